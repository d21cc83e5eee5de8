"""Events as rows of lists and as cells of calendars: drawn fast, for there may be many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.core.time import HELSINKI
from fiksummin.events.badges import event_state, free_places
from fiksummin.events.models import Event
from fiksummin.events.queries.calendar import days_of
from fiksummin.events.queries.words import place_words
from fiksummin.ui.rows import Rows
from fiksummin.ui.templatetags.ui import clock, day_heading, said, when

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """A day and its events, drawn."""

    date: date
    heading: SafeString
    rows: SafeString


def by_day(events: Iterable[Event], at: datetime) -> list[Day]:
    """Draw events day by day, each on the day on which it begins by its own clock."""
    draw = Lines(at)
    return [
        Day(day, day_heading(day, HELSINKI), SafeString("".join(draw.line(event) for event in found)))
        for day, found in groupby(events, key=day_of)
    ]


def in_a_row(events: Iterable[Event], at: datetime, *, dated: bool = True) -> SafeString:
    """Draw events one after another, each with its day."""
    draw = Lines(at)
    return SafeString("".join(draw.line(event, dated=dated) for event in events))


def day_of(event: Event) -> date:
    """Give the day on which an event begins, by its own clock."""
    return event.starts_at.astimezone(event.zone).date()


class Lines:
    """Draws the line of an event in a list at a moment."""

    def __init__(self, at: datetime) -> None:
        """Know the moment at which free places are told."""
        self.at = at
        self.rows = Rows("events/_event_line.html")
        self.url = reverse("events:event", args=[0]).replace("/0/", "/{}/")
        self.kinds: dict[int, str] = {}
        self.places: dict[tuple[int | None, str, tuple[str, ...]], str] = {}

    def line(self, event: Event, *, dated: bool = False, day: date | None = None) -> SafeString:
        """Draw an event; ``dated`` names its day even where a heading could, ``day`` tells its hours on that day."""
        whole = dated or event.starts_at < self.at or event.ends_at - event.starts_at > DAY
        said_whole = when(event.starts_at, event.ends_at, event.zone) if whole else _hours(event)
        return self.rows.draw(
            url=self.url.format(event.pk),
            title=event.heading,
            language=event.said_title.language,
            kind=self._kind(event),
            time=on_day(event, day) if day else said_whole,
            place=self._place(event),
            state=self._state(event),
        )

    def _kind(self, event: Event) -> str:
        if event.kind_id not in self.kinds:
            self.kinds[event.kind_id] = format_html("{}", said(event.kind.name))
        return self.kinds[event.kind_id]

    def _place(self, event: Event) -> str:
        """Say where it is; what is held at a site and in no space of it is said once for all."""
        if event.booking_id or event.lost_space_at:
            return place_words(event, begins=False)
        key = event.site_id, event.place, tuple(pool.mode for pool in event.pools.all())
        if key not in self.places:
            self.places[key] = place_words(event, begins=False)
        return self.places[key]

    def _state(self, event: Event) -> SafeString:
        state = event.state(self.at)
        return free_places(event, self.at) if state in {"coming", "on"} else event_state(state)


def on_days(
    days: Iterable[date], found: Mapping[date, Iterable[Event]], at: datetime
) -> list[tuple[date, SafeString]]:
    """Draw the events of each of some days, with their hours on that day."""
    draw = Lines(at)
    return [
        (day, SafeString("".join(draw.line(event, day=day) for event in found.get(day, ())))) for day in days
    ]


@dataclass(frozen=True)
class Cell:
    """A day in the table of a month, and its events, drawn."""

    date: date
    is_inside: bool
    is_today: bool
    events: SafeString


class Cells:
    """Draws events in the cells of a month."""

    def __init__(self) -> None:
        """Know the template of one event."""
        self.rows = Rows("events/_cell.html")
        self.url = reverse("events:event", args=[0]).replace("/0/", "/{}/")

    def cell(self, events: Iterable[Event], day: date) -> SafeString:
        """Draw the events of a day."""
        return SafeString("".join(self._entry(event, day) for event in events))

    def _entry(self, event: Event, day: date) -> SafeString:
        said = event.said_title
        return self.rows.draw(
            url=self.url.format(event.pk), title=said.words, language=said.language, time=on_day(event, day)
        )


def on_day(event: Event, day: date) -> SafeString:
    """Say when an event is on a day: from when, until when, or all day, for one over midnight or over several days."""
    if day == day_of(event):
        return _hours(event)
    if day == days_of(event)[-1]:
        words = escape(_("until %(time)s"))
        return SafeString(words % {"time": clock(event.ends_at, event.zone, end=True)})
    return SafeString(escape(_("all day")))


def _hours(event: Event) -> SafeString:
    return clock(event.starts_at, event.zone)
