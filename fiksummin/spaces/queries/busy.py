"""Calendars elsewhere: which are to be read, what they took, and what they could not."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid
from fiksummin.core.ical import Instance
from fiksummin.core.time import day_bounds
from fiksummin.people.models import Person
from fiksummin.spaces.models import BusyFeed, ImportedEvent, Site, Space
from fiksummin.spaces.queries.opening import openings
from fiksummin.spaces.queries.sites import managed_sites

BUSY_AHEAD = timedelta(days=400)
"""How far a calendar elsewhere is read."""
MOST_TIMES = 5_000
MOST_LISTED = 50


def busy_feeds_due(at: datetime, *, all_of_them: bool = False) -> list[BusyFeed]:
    """Feeds to be read now (or ``all_of_them``), and ended ones that still hold something."""
    holds = Exists(ImportedEvent.objects.filter(feed=OuterRef("pk")))
    due = Q() if all_of_them else Q(due_at__lte=at)
    rows = BusyFeed.objects.filter(Q(due, ended_at=None, space__retired_at=None) | holds & ~Q(ended_at=None))
    rows = rows | BusyFeed.objects.filter(holds, space__retired_at__isnull=False)
    return list(rows.select_related("space__site").distinct().order_by("due_at", "id"))


def managed_busy_feeds(person: Person) -> QuerySet[BusyFeed]:
    """Feeds that are read at the sites that a person may change."""
    rows = BusyFeed.objects.filter(
        space__site__in=managed_sites(person), ended_at=None, space__retired_at=None
    )
    return rows.select_related("space__site")


def busy_feeds_of(space: Space, at: datetime) -> list[BusyFeed]:
    """Feeds of a space, each with how many times ahead it ``took`` and how many it ``missed``."""
    coming = Q(events__ends_at__gt=at) | Q(events__ends_at=None)
    rows = space.busy_feeds.filter(ended_at=None).annotate(
        took=Count(
            "events",
            filter=Q(events__refusal="", events__booking__cancelled_at=None, events__booking__isnull=False)
            & coming,
        ),
        missed=Count("events", filter=~Q(events__refusal="") & coming),
    )
    return list(rows.order_by("made_at", "id"))


def missed_by(feed: BusyFeed, at: datetime) -> list[ImportedEvent]:
    """What a feed could not take, the next first; at most so many."""
    rows = feed.events.exclude(refusal="").filter(Q(ends_at__gt=at) | Q(ends_at=None))
    return list(rows.order_by("starts_at", "id")[:MOST_LISTED])


def took_by(feed: BusyFeed, at: datetime) -> int:
    """How many times ahead a feed holds."""
    return feed.events.filter(refusal="", booking__isnull=False, ends_at__gt=at).count()


def is_own_uid(uid: str) -> bool:
    """Say whether an event comes from here: a calendar that reads this service is not taken for another's."""
    return uid.lower().endswith(f"@{settings.MAIL_DOMAIN}".lower())


def times_taken(
    site: Site, found: Iterable[Instance], at: datetime
) -> dict[tuple[str, str], tuple[datetime, datetime]]:
    """Give the times by UID and date; a whole day is taken from opening to closing, a day shut not at all.

    Raises Invalid when there are too many.
    """
    taken: dict[tuple[str, str], tuple[datetime, datetime]] = {}
    first = at.astimezone(site.zone).date()
    opened = openings(site, first, first + BUSY_AHEAD + timedelta(days=1))
    for each in found:
        if isinstance(each.start, datetime) and isinstance(each.end, datetime):
            taken[each.uid, each.key] = each.start, each.end
            continue
        for day in _days(each, first, max(opened)):
            hours = opened.get(day)
            if hours and hours.opens_at and hours.closes_at and hours.closes_at > at:
                key = f"{each.key}/{day:%Y%m%d}" if each.key else f"/{day:%Y%m%d}"
                taken[each.uid, key] = hours.opens_at, hours.closes_at
        if len(taken) > MOST_TIMES:
            raise Invalid(_("The calendar has too many times ahead."))
    return taken


def whole_days(site: Site, start: date, end: date) -> tuple[datetime, datetime]:
    """Give the moments of days (the end not included): of one day from opening to closing, else by the clock."""
    last = end - timedelta(days=1)
    hours = openings(site, start, last)[start] if start == last else None
    if hours and hours.opens_at and hours.closes_at:
        return hours.opens_at, hours.closes_at
    return day_bounds(start, site.zone)[0], day_bounds(last, site.zone)[1]


def _days(each: Instance, first: date, last: date) -> Iterable[date]:
    day = max(_day(each.start), first)
    while day < _day(each.end) and day <= last:
        yield day
        day += timedelta(days=1)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
