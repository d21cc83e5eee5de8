"""Why a training cannot be noted, and who reads which organisations trainings reached."""

from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.choices import EventState, Purpose
from fiksummin.events.models import Event
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person


def why_not_note_training(event: Event, at: datetime) -> str:
    """Say why nobody can note now that she took part in an event."""
    if event.kind.purpose != Purpose.TRAINING:
        return AsItStands(_("Only trainings are noted."))
    match event.state(at):
        case EventState.CANCELLED:
            return AsItStands(_("The event has been cancelled."))
        case EventState.ON | EventState.OVER:
            return ""
        case _other:
            return AsItStands(_("You can note the training when it has begun."))


def why_not_see_training(person: Person) -> str:
    """Say why somebody does not read which organisations trainings reached: those who lead or run the lab do."""
    if person.may_somewhere(RoleKind.HOST) or person.may_somewhere(RoleKind.LEADER):
        return ""
    return _("Leaders and those who run the lab read this.")
