"""What all who registered get by mail when something happens to the event."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.time import now, today
from fiksummin.events import calendar, queries
from fiksummin.events.choices import Mode, Near, Part, RegistrationState
from fiksummin.events.letters.links import each_besides
from fiksummin.events.letters.writing import (
    about,
    because,
    each_in_her_language,
    file_of,
    on_site,
    online,
    own_page,
    reader,
    send,
    until,
)
from fiksummin.events.models import Event, EventPerson, Link, Registration
from fiksummin.people.models import Person
from fiksummin.ui import when

SOON = timedelta(minutes=45)
"""Before the beginning, from when on it is no longer in an hour."""


def tell_changed(
    event: Event,
    rows: Iterable[Registration],
    others: Iterable[Person | Link],
    *,
    what: set[str],
    was: str,
    mark: int,
) -> None:
    """Write what is otherwise, and why: ``time`` (``was`` tells the time before), ``place``, ``link``, ``online``.

    A link alone is told to those who have it, a place that is free after all (``back``) to those on site.
    ``others`` have not registered: those who hold it, follow it, or were invited.
    """
    reason, told = queries.why_changed(event, mark), set[str]()
    for row, to in each_in_her_language(rows):
        if (what == {"link"} and not online(row)) or (what == {"back"} and not on_site(row)):
            continue
        told.add(to.email.lower())
        place = row.confirmed_at is not None
        send(
            to,
            key=f"event-{event.pk}-changed-{mark}-{row.pk}",
            subject=_("The event was changed: %(event)s") % {"event": event.heading},
            parts=[
                *_changes(event, what, was, to.language),
                _kept(row) if "online" in what else "",
                because(reason),
                about(event, to.language),
                online(row),
                until(row, to.language),
                own_page(row),
                _("The attached file moves the event in your calendar.") if place else "",
            ],
            attachments=[file_of(row, to.language)] if place else [],
        )
    for who, to, page in each_besides(event, others, told):
        send(
            to,
            key=f"event-{event.pk}-changed-{mark}-{who}",
            subject=_("The event was changed: %(event)s") % {"event": event.heading},
            parts=[
                *_changes(event, what, was, to.language),
                because(reason),
                about(event, to.language),
                _("The page of the event:") + f"\n{page}",
            ],
        )


def tell_part(event: Event, row: EventPerson, others: QuerySet[EventPerson], mark: int) -> None:
    """Write to somebody that she holds an event or receives people at it, and at how many ``others`` that were planned with it."""
    to = reader(row.person)
    if to is None:
        return
    with translation.override(to.language):
        holds, more = row.part == Part.ORGANISER, others.count()
        subject = _("You hold an event: %(event)s") if holds else _("You receive people: %(event)s")
        opening = (
            _("You were named as an organiser of this event. You can change it, and see who comes.")
            if holds
            else _("You were named to receive people at this event. You see who comes, and check them in.")
        )
        again = ngettext(
            "The same holds for %(count)d other event of the series.",
            "The same holds for %(count)d other events of the series.",
            more,
        ) % {"count": more}
        send(
            to,
            key=f"event-{event.pk}-part-{row.part}-{to.person}-{mark}",
            subject=subject % {"event": event.heading},
            parts=[
                opening,
                about(event, to.language),
                again if more else "",
                "" if event.published_at else _("It is a draft still."),
                _("The page of the event:") + f"\n{calendar.address_of_event(event)}",
            ],
        )


def tell_cancelled(
    event: Event, rows: Iterable[Registration], others: Iterable[Person | Link], *, but: Person | None
) -> None:
    """Write why the event is not held; calendars are cleared. ``others``: as for a change; ``but``: has another letter of it."""
    told = {str(but.email).lower()} if but else set[str]()
    for row, to in each_in_her_language(rows):
        if but and row.person_id == but.pk:
            continue
        told.add(to.email.lower())
        place = row.confirmed_at is not None
        send(
            to,
            key=f"event-{event.pk}-cancelled-{row.pk}",
            subject=_("The event is cancelled: %(event)s") % {"event": event.heading},
            parts=[
                *_off(event, to.language),
                _("The attached file takes the event out of your calendar.") if place else "",
            ],
            attachments=[file_of(row, to.language, gone=True)] if place else [],
        )
    for who, to, _page in each_besides(event, others, told):
        send(
            to,
            key=f"event-{event.pk}-cancelled-{who}",
            subject=_("The event is cancelled: %(event)s") % {"event": event.heading},
            parts=_off(event, to.language),
        )


def tell_unlucky(event: Event, rows: Iterable[Registration]) -> None:
    """Write to those who got no place by lot how the lots fell, and where they stand in the queue."""
    losers = list(rows)
    places = queries.positions(losers)
    for row, to in each_in_her_language(losers):
        words = {"rank": row.rank, "place": places.get(row.pk, 0)}
        send(
            to,
            key=f"event-{event.pk}-lots-{row.pk}",
            subject=_("The lots were drawn: %(event)s") % {"event": event.heading},
            parts=[
                _("There were more who wanted a place than there are places, and you did not get one yet."),
                _(
                    "Your lot was number %(rank)d. You are in the queue, at place %(place)d: what becomes free goes to the next in the order of the lots."
                )
                % words,
                _("The page of the event tells how anybody can count the lots again."),
                about(event, to.language),
                own_page(row),
            ],
        )


def tell_near(event: Event, rows: Iterable[Registration], near: Near, starts_at: datetime) -> None:
    """Remind those who have a place; whoever has got the letter of an hour before gets no other.

    Written late, it says so much as is still true, and nothing once the event has begun.
    """
    at = now()
    for row, to in each_in_her_language(rows) if at < starts_at else ():
        send(
            to,
            key=f"event-{event.pk}-near-{near}-{starts_at:%Y%m%d%H%M}-{row.pk}",
            subject=_subject_of(event, near, at) % {"event": event.heading},
            parts=[
                about(event, to.language),
                online(row) if row.holds == Mode.VIRTUAL else "",
                _("If you cannot come, cancel: somebody else gets the place."),
                own_page(row),
            ],
        )


def _subject_of(event: Event, near: Near, at: datetime) -> str:
    if near == Near.HOUR:
        return _("In an hour: %(event)s") if event.starts_at - at > SOON else _("Soon: %(event)s")
    same_day = today(event.zone, at) == today(event.zone, event.starts_at)
    return _("Today: %(event)s") if same_day else _("Tomorrow: %(event)s")


def _changes(event: Event, what: set[str], was: str, language: str) -> list[str]:
    said = [_("The event was changed.")]
    if "time" in what and was:
        start, end = (datetime.fromisoformat(part) for part in was.split())
        before = when.spell(start, end, zone=event.zone, language=language)
        said.append(_("The time is another. Before it was %(time)s.") % {"time": before})
    if "online" in what:
        said.append(_("The event is held online instead of on site."))
    if "back" in what:
        said.append(_("The place is free after all: the event is held where it was to be."))
    if "place" in what:
        said.append(_("The place is another."))
    if "link" in what:
        said.append(_("The link to join online is another."))
    return said


def _off(event: Event, language: str) -> list[str]:
    return [_("The event is not held."), because(event.reason), about(event, language)]


def _kept(row: Registration) -> str:
    """Say that whoever has a place, or waits for one, keeps it where the event is held now."""
    if row.confirmed_at:
        return _("You keep your place.")
    return _("You keep your turn in the queue.") if row.state == RegistrationState.QUEUED else ""
