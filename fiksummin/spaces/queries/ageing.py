"""By when somebody who asks for help or reports should have an answer."""

from datetime import UTC, date, datetime, timedelta

from fiksummin.spaces.choices import ReportKind
from fiksummin.spaces.models import Report
from fiksummin.spaces.models.running import ReportQuerySet
from fiksummin.spaces.queries.opening import holiday, openings

HELP_WITHIN = timedelta(minutes=15)
"""Of the opening hours: who asks behind a shut door is answered when it opens."""
WORKING_DAYS = {ReportKind.FAULT: 3, ReportKind.SAFETY: 1}
FURTHEST = timedelta(days=60)
"""How long ago a report may have been sent for it still to climb, and how far an open door is looked for."""


def answer_due(report: Report) -> datetime | None:
    """Tell by when (UTC) a report should be answered: help in fifteen open minutes, the rest in working days.

    None: the site does not open within sixty days.
    """
    kind = ReportKind(report.kind)
    if kind == ReportKind.HELP:
        return _in_open_minutes(report)
    local = report.made_at.astimezone(report.site.zone)
    day = local.date()
    for _number in range(WORKING_DAYS[kind]):
        day = _next_working_day(day)
    return datetime.combine(day, local.timetz()).astimezone(UTC)


def unanswered(at: datetime) -> ReportQuerySet:
    """The reports without an answer that have not climbed yet, the oldest first (hours prefetched)."""
    rows = Report.objects.filter(answered_at=None, closed_at=None, climbed_at=None, made_at__gt=at - FURTHEST)
    rows = rows.select_related("site").prefetch_related("site__hours", "site__special_days")
    return rows.order_by("made_at", "id")


def _in_open_minutes(report: Report) -> datetime | None:
    left, first = HELP_WITHIN, report.made_at.astimezone(report.site.zone).date()
    for opening in openings(report.site, first, first + FURTHEST).values():
        if opening.opens_at is None or opening.closes_at is None:
            continue
        begins = max(opening.opens_at, report.made_at)
        if begins + left <= opening.closes_at:
            return begins + left
        left -= max(timedelta(0), opening.closes_at - begins)
    return None


def _next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() > 4 or holiday(day):
        day += timedelta(days=1)
    return day
