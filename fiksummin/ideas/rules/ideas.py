"""Why an idea cannot be proposed, reworded or answered."""

from datetime import date, datetime

from django.db.models.functions import Length, Trim
from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import bare, says_little, why_too_long
from fiksummin.ideas.choices import ALONE, OPEN_STATES, STEPS, IdeaState, Perspective, PhaseKind
from fiksummin.ideas.models import Campaign, Idea, IdeaStep
from fiksummin.ideas.models.idea import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE, SHORTEST_REASON
from fiksummin.ideas.queries.answering import has_come_to_hosts, who_may_answer
from fiksummin.ideas.queries.authors import is_author
from fiksummin.ideas.queries.wishes import IdeaWish, StepWish
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.trail.rules import why_not_due

DIFFERENT_IN_A_REASON = 12
"""Different letters that a reason has at least."""
SLACK = 8
"""So many characters a copy may be longer or shorter by what is neither letter nor figure."""


def why_not_propose(campaign: Campaign, person: Person, at: datetime) -> str:
    """Say why somebody cannot propose an idea: it must be collected yet, or may come late; guests read."""
    if person.is_guest:
        return _("Guests read ideas; members propose and support them.")
    phase = campaign.phase_at(at)
    if not campaign.is_channel and phase is None:
        return AsItStands(_("The campaign has not begun yet."))
    return ""


def late_phase(campaign: Campaign, at: datetime) -> str:
    """Give the phase in which an idea comes late; "" while ideas are collected."""
    phase = campaign.phase_at(at)
    return "" if phase is None or phase.kind == PhaseKind.COLLECT else phase.kind


def why_not_idea(wish: IdeaWish) -> tuple[str, str]:
    """Give the sentence about what is wrong with an idea, and its field; ("", "") when nothing is."""
    for name, most in {"title": LONGEST_TITLE, "text": LONGEST_TEXT}.items():
        words = getattr(wish, name).strip()
        if not words:
            return (
                _("Give the idea a title.") if name == "title" else _("Say what you would do, and why.")
            ), name
        if refusal := why_too_long(words, most):
            return refusal, name
    if wish.perspective not in Perspective.values:
        return _("Choose a perspective."), "perspective"
    return "", ""


def why_not_reword(idea: Idea, person: Person) -> str:
    """Say why somebody cannot reword an idea: its authors do, while nobody has answered it."""
    if not is_author(idea, person):
        return _("Only the authors of the idea can reword it.")
    if idea.state not in (IdeaState.OPEN, IdeaState.CONSIDERED) or idea.answered_at:
        return AsItStands(_("The idea has its answer, so its words stay. Say more in a comment."))
    return ""


def why_not_answer(idea: Idea, person: Person) -> str:
    """Say why somebody cannot take an idea further: who answers for it, the owner of its campaign, an owner of the lab do."""
    if person.pk in {idea.node.owner_id, idea.campaign.owner_id} or person.may(RoleKind.OWNER):
        return ""
    return _("The idea is answered by whoever looks after it.")


def why_not_withdraw(idea: Idea, person: Person) -> str:
    """Say why somebody cannot withdraw an idea: its authors do, while it waits for its answer."""
    if not is_author(idea, person):
        return _("Only the authors of the idea can withdraw it.")
    if (idea.state, IdeaState.WITHDRAWN) in STEPS:
        return ""
    return AsItStands(_("From where the idea stands it cannot go there."))


def why_not_move(idea: Idea, person: Person) -> str:
    """Say why somebody cannot take an idea further as it stands: what was joined to another goes on as a part of that."""
    if why := why_not_answer(idea, person):
        return why
    if idea.state == IdeaState.MERGED:
        return AsItStands(_("The idea goes on as a part of another. Undo the joining first."))
    if not idea.is_open and all(before != idea.state for before, _after in STEPS):
        return AsItStands(_("The idea has come to its end: no step leads on from where it stands."))
    return ""


def why_not_there(state: str) -> tuple[str, str]:
    """Say why whoever answers an idea cannot take it there, and the field: its authors withdraw it and agree to a joining."""
    if state in (IdeaState.MERGED, IdeaState.WITHDRAWN):
        return _("The authors withdraw their idea, and agree when it is to be joined to another."), "state"
    return "", ""


def why_not_entrust(idea: Idea, owner: Person, by: Person) -> str:
    """Say why somebody cannot be chosen to answer for what comes next: a colleague can, or who runs the lab."""
    is_known = who_may_answer(by).filter(pk=owner.pk).exists()
    is_known = is_known and Idea.objects.visible_to(owner).filter(pk=idea.pk).exists()
    return "" if is_known else why_nobody_to_answer()


def why_not_give_on(idea: Idea, person: Person, day: date) -> str:
    """Say why somebody cannot have another answer for an idea that waits: a host does, when it has come to the hosts."""
    if not person.may_somewhere(RoleKind.HOST):
        return _("An idea that has waited too long past its day is entrusted to somebody else by a host.")
    if not has_come_to_hosts(idea, day):
        return AsItStands(_("The idea has not waited so long that a host sees to it."))
    return ""


def why_not_heir(idea: Idea, owner: Person, by: Person) -> str:
    """Say why a host cannot entrust an idea to somebody: not to herself, nor to whoever let it wait."""
    if owner.pk in {by.pk, idea.node.owner_id}:
        return _("Entrust it to somebody else than yourself and whoever has answered for it until now.")
    return why_not_entrust(idea, owner, by)


def why_nobody_to_answer() -> str:
    """Say whom to choose; the same for whoever else it is, and for nobody: it tells of no address whether it is a member's."""
    return _("Give the address of a colleague, or of somebody who runs the lab, who may read the idea.")


def why_not_step(idea: Idea, wish: StepWish, today: date) -> tuple[str, str]:
    """Give the sentence about why a step cannot be, and its field; ("", "") when it can."""
    if wish.state == idea.state and wish.state not in OPEN_STATES:
        return AsItStands(_("The idea stands there already.")), ""
    if wish.state != idea.state and (idea.state, wish.state) not in STEPS:
        return AsItStands(_("From where the idea stands it cannot go there.")), "state"
    if wish.state in OPEN_STATES and (refusal := _why_not_promised(wish, today))[0]:
        return refusal
    if wish.state == IdeaState.MERGED:
        return "", ""  # its reason was read when it was asked for: whoever agrees does not write it
    return why_not_reason(idea, wish), "reason"


def _why_not_promised(wish: StepWish, today: date) -> tuple[str, str]:
    if wish.due_on is None:
        return _("Say by which day the next step is taken."), "due_on"
    if sentence := why_not_due(wish.due_on, today):
        return sentence, "due_on"
    if wish.state != IdeaState.OPEN and not wish.next_step.strip():
        return _("Say what the next step is."), "next_step"
    return "", ""


def why_not_reason(idea: Idea, wish: StepWish) -> str:
    """Say why a reason is none: it says what in this idea decided it, in words of its own.

    Several that are joined to one may have one reason for it.
    """
    reason = " ".join(wish.reason.split())
    if refusal := why_too_long(reason, LONGEST_REASON):
        return refusal
    if wish.state in OPEN_STATES and wish.state != IdeaState.ACCEPTED:
        return ""
    if says_little(reason, SHORTEST_REASON, different=DIFFERENT_IN_A_REASON):
        sentence = _(
            "Say what in the idea decided it, in %(least)d characters at least: its authors and supporters read it."
        )
        return sentence % {"least": SHORTEST_REASON}
    if bare(reason) in bare(f"{idea.title} {idea.text}"):
        return _("This repeats the idea. Say what in it decided the answer.")
    return why_copied() if wish.state in ALONE and _is_copied(idea, reason) else ""


def _is_copied(idea: Idea, reason: str) -> bool:
    """Say whether another idea of the campaign got the very same reason for an answer of its own."""
    others = IdeaStep.objects.filter(idea__campaign=idea.campaign_id, state__in=ALONE).exclude(idea=idea)
    others = others.alias(length=Length(Trim("reason")))
    as_long = others.filter(length__gte=len(reason) - SLACK, length__lte=len(reason) + SLACK)
    return any(bare(given) == bare(reason) for given in as_long.values_list("reason", flat=True))


def why_copied() -> str:
    """Say that a reason is another idea's."""
    return _("Another idea got the very same reason. Say what in this one decided it.")
