"""What is offered to somebody about to announce a visit: days with their free seats, sensible hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from fiksummin.spaces import queries
from fiksummin.spaces.addresses import written
from fiksummin.spaces.forms.visits import VisitForm
from fiksummin.spaces.models import Site
from fiksummin.ui.forms import DayField

AHEAD = timedelta(days=20)
"""Days shown after today: three weeks in all."""
NEAR = 5
"""Days shown at once; the rest unfold."""
MORNING, AFTERNOON = time(9), time(16)
QUARTER = timedelta(minutes=15)
WORTH_COMING = timedelta(hours=1)
"""What must be left of today for it to be offered first."""


@dataclass(frozen=True)
class Offer:
    """The days of the coming weeks, and the one looked at (which may lie further ahead)."""

    near: list[queries.Day]
    later: list[queries.Day]
    chosen: queries.Day | None


def offer(site: Site, at: datetime, wanted: date | None) -> Offer:
    """Lay out the days for a visit; ordinary closing days of the week are left out."""
    today = at.astimezone(site.zone).date()
    last = today + min(AHEAD, timedelta(days=site.days_ahead))
    weekdays = {hours.weekday for hours in site.hours.all()}
    days = [
        day
        for day in queries.days(site, today, last, since=at)
        if not day.over and (day.opening.is_open or day.opening.date.weekday() in weekdays)
    ]
    return Offer(days[:NEAR], days[NEAR:], _chosen(site, days, at, wanted))


def initial(site: Site, at: datetime, found: Offer, given: QueryDict) -> dict[str, Any]:
    """Give what the form begins from: what the address says, else the day's sensible hours."""
    said = {name: given[name] for name in VisitForm.base_fields if name in given and name != "key"}
    return {**_sensible(site, at, found.chosen), **said}


def day_in(given: QueryDict) -> date | None:
    """Read the day that an address or a form names; None when it names none."""
    try:
        day: date | None = DayField(required=False).clean(given.get("day"))
    except ValidationError:
        return None
    return day if day and date.min + AHEAD < day < date.max - AHEAD else None


def _chosen(site: Site, days: list[queries.Day], at: datetime, wanted: date | None) -> queries.Day | None:
    if wanted is None:
        with_room = (day for day in days if day.whole and day.spans[-1].ends_at - at >= WORTH_COMING)
        return next(with_room, next((day for day in days if day.state == "open"), None))
    listed = next((day for day in days if day.opening.date == wanted), None)
    return listed or queries.days(site, wanted, wanted, since=at)[0]


def _sensible(site: Site, at: datetime, day: queries.Day | None) -> dict[str, Any]:
    """Give nine to four within the opening hours; today from the next quarter of an hour on."""
    if day is None or day.opening.opens_at is None or day.opening.closes_at is None:
        return {"day": day.opening.date} if day else {}
    opens, closes = day.opening.opens_at, day.opening.closes_at
    soonest = max(opens, next_quarter(at)) if opens < at else opens
    start = max(soonest, _wall(day.opening.date, MORNING, site))
    end = min(closes, _wall(day.opening.date, AFTERNOON, site))
    if start >= closes:
        start = closes - QUARTER
    return written(start, end if end > start else closes, site)


def next_quarter(at: datetime) -> datetime:
    """Give the first full quarter of an hour that is not behind."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    return hour + -(-(at - hour) // QUARTER) * QUARTER


def _wall(day: date, clock: time, site: Site) -> datetime:
    return datetime.combine(day, clock, tzinfo=site.zone).astimezone(UTC)
