"""What somebody hears who holds an event because its last organiser left."""

from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.events import calendar
from fiksummin.events.letters.writing import about, reader, send
from fiksummin.events.models import Event
from fiksummin.people.models import Person


def tell_handed_on(event: Event, person: Person) -> None:
    """Tell her that the event is hers, and what she can do with it."""
    to = reader(person)
    if to is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"event-{event.pk}-yours-{to.person}",
            subject=_("You hold an event now: %(event)s") % {"event": event.heading},
            parts=[
                _("The only organiser of this event has left the service. You hold it now, as you run its place or the lab."),
                about(event, to.language),
                _("Hold it, name somebody else who does, or cancel it:") + f"\n{calendar.address_of_event(event)}",
            ],
        )  # fmt: skip
