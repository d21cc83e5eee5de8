"""Why a baton cannot be thrown, accepted, handed over, passed on or freed."""

from datetime import date

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.experiments.models import Baton, Hold
from fiksummin.experiments.queries.wishes import BatonWish
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

MOST_HOLD_DAYS = 90
LONGEST_TITLE, LONGEST_TEXT = 150, 2000


def why_not_throw(wish: BatonWish, person: Person) -> tuple[str, str]:
    """Give the sentence about why a baton cannot be thrown, and its field; ("", "") when it can."""
    if person.is_guest:
        return _("Members throw batons; as a guest you can follow where they go."), ""
    for name, most in {"title": LONGEST_TITLE, "text": LONGEST_TEXT}.items():
        words = getattr(wish, name).strip()
        if name == "title" and not words:
            return _("Give the baton a name."), name
        if len(words) > most:
            sentence = _("The text is too long: %(length)d characters, at most %(most)d.")
            return sentence % {"length": len(words), "most": most}, name
    if not 1 <= wish.hold_days <= MOST_HOLD_DAYS:
        return _("Give a number from 1 to %(most)d.") % {"most": MOST_HOLD_DAYS}, "hold_days"
    return "", ""


def why_not_receive(baton: Baton, receiver: Person, by: Person) -> str:
    """Say why a baton cannot go to somebody: not to oneself, not back, and only to a member who is here."""
    if receiver.pk == by.pk:
        return _("Hand the baton to somebody else: best to a colleague in another agency.")
    if not receiver.is_active or receiver.is_guest:
        return _("The baton goes to a member. Choose somebody else.")
    if Hold.objects.filter(baton=baton, person=receiver).exists():
        return _("The baton has been in these hands already. Choose somebody else.")
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


def why_not_free(hold: Hold, person: Person, today: date) -> str:
    """Say why a baton cannot be taken from its holder: a host frees one that stands still past its last day."""
    if not person.may_somewhere(RoleKind.HOST):
        return _("A baton that stands still is freed by a host.")
    if _is_over(hold):
        return AsItStands(_("The baton has gone on already."))
    if hold.due_on >= today:
        return AsItStands(_("The holder still has time."))
    return ""


def _why_not_hers(hold: Hold, person: Person) -> str:
    if hold.person_id != person.pk:
        return _("The baton is in somebody else's hands.")
    return AsItStands(_("The baton has gone on already.")) if _is_over(hold) else ""


def _is_over(hold: Hold) -> bool:
    return bool(hold.handed_at or hold.passed_at or hold.freed_at)
