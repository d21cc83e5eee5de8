"""Why a link in a letter cannot be used, a place not be handed on, an event not be followed or joined online."""

from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.choices import Audience
from fiksummin.events.models import Event, Link, Registration
from fiksummin.events.rules.events import why_not_run
from fiksummin.events.rules.places import why_not_at_door, why_not_own, why_not_standing
from fiksummin.events.rules.refusals import Refusal
from fiksummin.people.models import Person
from fiksummin.people.queries import organisation_of


def why_not_guest(event: Event, *, invited: bool) -> str:
    """Say why somebody without an account cannot register: the event is not for everybody."""
    if invited or event.audience == Audience.PUBLIC:
        return ""
    return _("Sign in to register: this event is not for everybody.")


def why_not_link(link: Link, at: datetime) -> str:
    """Say why a link cannot be used now."""
    event = link.event
    if event.published_at is None:
        return AsItStands(_("The event is not published yet."))
    if link.used_at:
        return AsItStands(_("The link has been used already."))
    if link.withdrawn_at:
        return AsItStands(_("The invitation was withdrawn."))
    if at >= link.due_at:
        return AsItStands(_("The link is too old. Register again, and you get a new one."))
    return AsItStands(_("The event has been cancelled.")) if event.cancelled_at else ""


def why_not_hand_over(registration: Registration, person: Person, email: str, at: datetime) -> Refusal | None:
    """Say why a place cannot be offered to an address: it stays with people of one organisation.

    Whether somebody has an account with the address is not told.
    """
    refusal = why_not_own(registration, person) or why_not_standing(registration, at)
    if not refusal and at >= registration.event.starts_at:
        refusal = AsItStands(_("The event has begun already."))
    if refusal:
        return Refusal(refusal)
    if email == (person.email or "").lower():
        return Refusal(_("That is you."), "email")
    body = organisation_of(email)
    if body is None or registration.organisation_id != body.pk:
        return Refusal(
            _("You can hand your place to somebody of your own organisation. Give her address at work."),
            "email",
        )
    return None


def why_not_take_over(link: Link, person: Person, at: datetime) -> str:
    """Say why somebody cannot take the place that a colleague hands to her."""
    refusal = why_not_link(link, at)
    if refusal:
        return refusal
    if (person.email or "").lower() != link.email:
        return _("This link was sent to another address. Sign in with that address.")
    if link.registration is None or link.made_by is None or link.registration.person_id != link.made_by_id:
        return AsItStands(_("The place is not your colleague’s any more."))
    return why_not_standing(link.registration, at)


def why_not_see_link(event: Event, person: Person | None, registration: Registration | None) -> str:
    """Say why the link to an event online is not shown: it is for those who have a place, and those who hold the event."""
    if registration and registration.confirmed_at and not registration.ended_at:
        return ""
    if person and (not why_not_run(event, person) or not why_not_at_door(event, person)):
        return ""
    over = event.cancelled_at is not None
    return _("The event has been cancelled.") if over else _("Those who have a place see the link.")


def why_not_withdraw_guest(link: Link, person: Person) -> str:
    """Say why an invitation cannot be withdrawn: it was answered, or it is not the organisers who ask."""
    if refusal := why_not_run(link.event, person):
        return refusal
    if link.used_at:
        return AsItStands(_("The invitation was answered already. Cancel the registration instead."))
    return ""
