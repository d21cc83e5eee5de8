"""What is told when an event loses its place, and when it has it again."""

from collections.abc import Iterable, Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.time import now
from fiksummin.events import calendar, queries
from fiksummin.events.choices import Part
from fiksummin.events.letters.writing import (
    Reader,
    about,
    because,
    each_in_her_language,
    file_of,
    on_site,
    own_page,
    reader,
    send,
)
from fiksummin.events.models import Event, Registration
from fiksummin.people.models import Person
from fiksummin.spaces import queries as spaces
from fiksummin.spaces.models import Booking, Closure
from fiksummin.spaces.rules import for_booker
from fiksummin.ui import when


def tell_lost_space(
    event: Event, rows: Iterable[Registration], mark: int, booking: int | None = None
) -> None:
    """Write to those who come that the place is announced later, and to the organisers that the event needs a space.

    All read the reason of a closure; that of a booking is for the organisers.
    ``booking`` (an id) is what was lost: the organisers read what is free instead.
    """
    lost = Booking.objects.select_related("site").filter(pk=booking).first() if booking else None
    closure = event.lost_to or (spaces.closure_of(lost) if lost else None)
    for row, to in each_in_her_language(rows):
        if not on_site(row):
            continue
        send(
            to,
            key=f"event-{event.pk}-lost-{mark}-{row.pk}",
            subject=_("The place is announced later: %(event)s") % {"event": event.heading},
            parts=[
                _("The space of the event is not available. The time stands; the place is announced later."),
                because(closure.reason if closure else ""),
                about(event, to.language),
                own_page(row),
            ],
            attachments=[file_of(row, to.language)] if row.confirmed_at else [],
        )
    _tell_organisers(event, mark, lost, closure)


def tell_place_back(event: Event, mark: int) -> None:
    """Write to the organisers that their event has its place again, and needs no other."""
    for _organiser, to in _organisers(event):
        send(
            to,
            key=f"event-{event.pk}-place-back-{mark}-{to.person}",
            subject=_("Your event has its place again: %(event)s") % {"event": event.heading},
            parts=[
                _("The place is free after all: the event is held where it was to be."),
                about(event, to.language),
            ],
        )


def _tell_organisers(event: Event, mark: int, booking: Booking | None, closure: Closure | None) -> None:
    for organiser, to in _organisers(event):
        send(
            to,
            key=f"event-{event.pk}-needs-space-{mark}-{to.person}",
            subject=_("Your event needs another space: %(event)s") % {"event": event.heading},
            parts=[
                _("The booking of the space was cancelled, so the event advertises no space any more.")
                if booking
                else _("The site is shut at that time, so the event advertises no place any more."),
                because(closure.reason if closure else _why_lost(booking, organiser)),
                about(event, to.language),
                _instead(event, booking, organiser, to.language),
                _("Those who come on site are told that the place is announced later."),
                _("Choose another space or cancel the event:") + f"\n{calendar.address_of_event(event)}",
            ],
        )


def _organisers(event: Event) -> Iterator[tuple[Person, Reader]]:
    """Give the organisers who can be written to one after another, each while her own language is spoken."""
    for row in event.people.all():
        to = reader(row.person) if row.part == Part.ORGANISER else None
        if to is not None:
            with translation.override(to.language):
                yield row.person, to


def _why_lost(booking: Booking | None, organiser: Person) -> str:
    """Give the reason of whoever cancelled or declined a booking; why its booker may come no more is for her alone."""
    if booking is None or (
        booking.cancelled_at and not booking.cancelled_by_id and booking.person_id != organiser.pk
    ):
        return ""
    return booking.reason


def _instead(event: Event, booking: Booking | None, organiser: Person, language: str) -> str:
    """Name what an organiser could book instead of the space that was lost; "" when there is nothing for her."""
    if booking is None:
        found = queries.elsewhere(event, organiser, now())
    else:
        found = spaces.other_answers(booking.site, spaces.wish_of(booking), now())
    lines = [
        f"– {answer.name}, {answer.places[0].space.site.name}, "
        f"{when.spell(answer.start, answer.end, zone=answer.places[0].space.site.zone, language=language)}"
        for answer in for_booker(organiser, found)
    ]
    return "\n".join([_("Free instead:"), *lines]) if lines else ""
