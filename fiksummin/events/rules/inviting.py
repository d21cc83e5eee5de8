"""Why an agency cannot invite the lab, an invitation cannot be answered, a target cannot be voted for or chosen."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import Purpose
from fiksummin.events.models import Invitation, Target
from fiksummin.events.queries.wishes import EventWish, InvitationWish
from fiksummin.events.rules.refusals import Refusal
from fiksummin.people.choices import OrganisationKind, RoleKind
from fiksummin.people.models import Person

LENGTHS = {"topic": 200, "audience": 200, "text": 2000, "dates": 300}
LONGEST_REASON = 1000
LONGEST_NAME = 150
LONGEST_WHY = 500
MOST_PEOPLE = 10_000


def why_not_stop(wish: EventWish) -> tuple[str, str]:
    """Say why a stop of the tour cannot be planned, and the field that it is about: it is at some agency."""
    if wish.kind.purpose != Purpose.TOUR or wish.visited is not None:
        return "", ""
    return _("Say which agency the tour visits."), "visited"


def why_not_invite_lab(person: Person) -> str:
    """Say why somebody cannot invite the lab: people of the state administration do, for their own agency."""
    body = person.organisation
    if person.is_guest or body is None or body.kind != OrganisationKind.STATE:
        return _("People of the state administration invite the lab to their own agency.")
    return ""


def why_not_invitation(wish: InvitationWish) -> Refusal | None:
    """Say what is wrong with an invitation, whoever sends it."""
    if not wish.topic:
        return Refusal(_("Say what you would like to talk about."), "topic")
    if not wish.dates:
        return Refusal(_("Say when it would suit you."), "dates")
    for name, most in LENGTHS.items():
        too_long = why_too_long(getattr(wish, name), most)
        if too_long:
            return Refusal(too_long, name)
    if not 1 <= wish.people <= MOST_PEOPLE:
        return Refusal(_("Give the number of people from 1 to %(most)d.") % {"most": MOST_PEOPLE}, "people")
    return None


def why_not_answer_invitation(invitation: Invitation, person: Person) -> str:
    """Say why somebody cannot accept or decline an invitation."""
    if not person.may_somewhere(RoleKind.HOST):
        return _("Those who run the lab answer invitations.")
    return "" if invitation.is_open else AsItStands(_("The invitation has been answered already."))


def why_not_withdraw_invitation(invitation: Invitation, person: Person) -> str:
    """Say why an invitation cannot be taken back: by whoever sent it, until a day is set."""
    if invitation.made_by_id != person.pk:
        return _("Whoever sent the invitation can take it back.")
    return "" if invitation.is_open else AsItStands(_("The invitation has been answered already."))


def why_not_propose(person: Person) -> str:
    """Say why somebody cannot propose whom to visit."""
    return _("A guest cannot propose visits.") if person.is_guest else ""


def why_not_target(name: str, why: str) -> Refusal | None:
    """Say what is wrong with a proposal, whoever makes it."""
    if not name:
        return Refusal(_("Say whom to visit."), "name")
    for words, most, field in ((name, LONGEST_NAME, "name"), (why, LONGEST_WHY, "why")):
        too_long = why_too_long(words, most)
        if too_long:
            return Refusal(too_long, field)
    return None


def why_not_reword_target(target: Target, person: Person, *, is_voted: bool) -> str:
    """Say why somebody cannot reword a proposal: ``is_voted`` says that others voted for it as it stands."""
    if target.proposed_by_id != person.pk:
        return _("Whoever proposed a visit can reword it.")
    if is_voted:
        return AsItStands(_("Somebody has voted for it as it stands, so its words stay."))
    return _why_not_open(target)


def why_not_vote(target: Target, person: Person) -> str:
    """Say why somebody cannot vote for a target."""
    return _("A guest cannot vote.") if person.is_guest else _why_not_open(target)


def why_not_settle_target(target: Target, person: Person) -> str:
    """Say why somebody cannot choose a target or take it off."""
    if not person.may_somewhere(RoleKind.HOST):
        return _("Those who run the lab choose whom to visit, and take proposals off.")
    return _why_not_open(target)


def _why_not_open(target: Target) -> str:
    if target.removed_at:
        return AsItStands(_("This proposal was taken off."))
    return AsItStands(_("It has been decided already.")) if target.chosen_at else ""
