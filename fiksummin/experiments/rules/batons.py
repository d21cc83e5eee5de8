"""Why a baton cannot be thrown, accepted, handed over, passed on or freed."""

from datetime import date

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.models import Baton, Hold
from fiksummin.experiments.queries.batons import turns_of_family
from fiksummin.experiments.queries.wishes import BatonWish, Receiver
from fiksummin.experiments.rules.experiments import is_member_now, why_not_unit
from fiksummin.ideas import rules as ideas
from fiksummin.ideas.models import Campaign
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation, Person
from fiksummin.people.rules import why_no_address

MOST_HOLD_DAYS = 90
MOST_AT_ONCE = 500
"""Batons that are thrown in one act."""
MOST_BRANCHES = 4
"""To how many more than one a holder hands it."""
LONGEST_TITLE, LONGEST_TEXT = 150, 2000


def why_not_throw(person: Person) -> str:
    """Say why somebody cannot throw a baton: guests follow those of others."""
    return _("Members throw batons; as a guest you can follow where they go.") if person.is_guest else ""


def why_not_baton(wish: BatonWish) -> tuple[str, str]:
    """Give the sentence about what is wrong with a baton, and its field; ("", "") when nothing is."""
    for name, most in {"title": LONGEST_TITLE, "text": LONGEST_TEXT}.items():
        words = getattr(wish, name).strip()
        if name == "title" and not words:
            return _("Give the baton a name."), name
        if refusal := why_too_long(words, most):
            return refusal, name
    if not 1 <= wish.hold_days <= MOST_HOLD_DAYS:
        return _("Give a number from 1 to %(most)d.") % {"most": MOST_HOLD_DAYS}, "hold_days"
    return "", ""


def why_not_receive(baton: Baton, receiver: Receiver, by: Person) -> str:
    """Say why a baton cannot go there: not to oneself, not back, and only to a member who is here.

    Whether anybody here has an address, or had the baton, is not told to whoever gives it.
    """
    if by.email and receiver in {by, by.email}:
        return _("Hand the baton to somebody else: best to a colleague in another agency.")
    if isinstance(receiver, Organisation):
        own = _("Hand the baton to another organisation, or to a colleague by her address.")
        return why_not_unit(receiver, by, own)
    return why_no_address(receiver) if isinstance(receiver, str) else _why_not_hands(baton, receiver)


def _why_not_hands(baton: Baton, person: Person) -> str:
    if not is_member_now(person):
        return _("The baton goes to a member. Choose somebody else.")
    if _had_it(baton, person):
        return _("The baton has been in these hands already. Choose somebody else.")
    return ""


def _had_it(baton: Baton, person: Person) -> bool:
    """Say whether somebody had a baton, or one that began with the same."""
    return turns_of_family(baton).filter(person=person).exists()


def why_not_throw_many(campaign: Campaign, person: Person, count: int) -> str:
    """Say why somebody cannot throw the batons of a campaign: its owner does, and those who run the lab."""
    if ideas.why_not_run(campaign, person) and ideas.why_not_launch(person):
        return _("The batons of a campaign are thrown by its owner, or by those who run the lab.")
    if not 0 < count <= MOST_AT_ONCE:
        return _("Name at least one receiver, and at most %(most)d.") % {"most": MOST_AT_ONCE}
    return ""


def why_not_show(hold: Hold, person: Person) -> str:
    """Say why somebody cannot say how a turn is shown: whoever has it, or had it, does."""
    return "" if hold.person_id == person.pk else _("Whoever holds the baton says how she is shown.")


def why_not_branch(count: int) -> str:
    """Say why a baton cannot be handed to so many more."""
    return (
        _("Hand it to at most %(most)d at once.") % {"most": MOST_BRANCHES + 1}
        if count > MOST_BRANCHES
        else ""
    )


def why_not_claim(hold: Hold, person: Person, *, is_asked: bool) -> str:
    """Say why an offer is not hers to take: a letter offered it to her, or her organisation was offered it."""
    if person.is_guest:
        return _("The baton goes to members; as a guest you can follow where it goes.")
    of_hers = hold.given_to == GivenTo.UNIT and hold.organisation_id == person.organisation_id
    if not (of_hers or (hold.given_to == GivenTo.LETTER and is_asked)):
        return _("The baton is in somebody else's hands.")
    if not hold.is_open:
        return AsItStands(_("The baton has gone on already."))
    if hold.given_by_id == person.pk:
        return _("Hand the baton to somebody else: best to a colleague in another agency.")
    if _had_it(hold.baton, person):
        return AsItStands(_("You have had this baton already: let somebody else have a turn."))
    return ""


def why_not_accept(hold: Hold, person: Person) -> str:
    """Say why somebody cannot take a baton that is offered."""
    return _why_not_hers(hold, person) or (
        AsItStands(_("You hold the baton already.")) if hold.accepted_at else ""
    )


def why_not_hand_over(hold: Hold, person: Person) -> str:
    """Say why somebody cannot hand a baton on: one tries something first, and tells whether it works."""
    refusal = _why_not_hers(hold, person)
    if refusal:
        return refusal
    if hold.accepted_at is None:
        return AsItStands(_("Take the baton first, or pass it on."))
    if hold.experiment is None or hold.experiment.ended_at is None:
        return AsItStands(_("Tell first whether your experiment works; then hand the baton on."))
    return ""


def why_not_pass_on(hold: Hold, person: Person) -> str:
    """Say why somebody cannot pass a baton on: anybody may, without trying and without shame, while it is hers."""
    return _why_not_hers(hold, person)


def why_not_try(hold: Hold, person: Person) -> str:
    """Say why somebody cannot begin an experiment with a baton: each turn has one."""
    return _why_not_hers(hold, person) or (
        AsItStands(_("You have begun an experiment with the baton already: end it, and hand the baton on."))
        if hold.experiment_id
        else ""
    )


def why_not_free(hold: Hold, person: Person, day: date) -> str:
    """Say why a baton cannot be given to another: a host frees one that stands still past its last day.

    What nobody has taken yet, whoever gave it may give to somebody else.
    """
    takes_back = hold.given_by_id == person.pk and hold.is_open
    if not takes_back and not person.may_somewhere(RoleKind.HOST):
        return _("A baton that stands still is freed by a host.")
    if _is_over(hold):
        return AsItStands(_("The baton has gone on already."))
    if hold.due_on >= day and not takes_back:
        return AsItStands(_("The holder still has time."))
    return ""


def _why_not_hers(hold: Hold, person: Person) -> str:
    if hold.person_id != person.pk:
        return _("The baton is in somebody else's hands.")
    return AsItStands(_("The baton has gone on already.")) if _is_over(hold) else ""


def _is_over(hold: Hold) -> bool:
    return bool(hold.handed_at or hold.passed_at or hold.freed_at)
