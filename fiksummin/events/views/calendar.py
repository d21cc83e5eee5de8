"""Events as a calendar: a month, a week; and those of past years."""

from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dates import MONTHS
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from fiksummin.core.time import now, today
from fiksummin.events import tables
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries import calendar, pages
from fiksummin.events.views.finding import ON_A_PAGE, Search, month_url, searching, ways, week_url
from fiksummin.people.queries import reader_of
from fiksummin.ui import when


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month as a table of weeks; on a phone it is a list of days."""
    at, weeks = now(), calendar.month_at(year, month)
    if not weeks:
        raise Http404
    search, first, current = searching(request, "month", at), date(year, month, 1), today(at=at)
    rows = _between(request, search, weeks[0].days[0], weeks[-1].days[-1], at)
    found = calendar.spread(rows.prefetch_related(None))  # a cell says no place
    context = {
        "title": when.capital(f"{MONTHS[month]} {year}"),
        "names": [when.capital(name) for name in when.tongue(get_language() or "fi")[1].headings],
        "weeks": [
            (week, week_url(week) + search.query, _cells(week, first, current, found)) for week in weeks
        ],
        "is_empty": not any((day.year, day.month) == (year, month) for day in found),
        **_frame(search, "month", current if current.replace(day=1) == first else first),
        "before": month_url(first - calendar.DAY) + search.query,
        "after": month_url(weeks[-1].days[0] + calendar.WEEK) + search.query,
    }
    return render(request, "events/month.html", context, status=search.status)


@require_safe
def week(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show a week, day by day."""
    at, week = now(), calendar.week_at(year, number)
    if week is None:
        raise Http404
    search, current = searching(request, "week", at), today(at=at)
    found = calendar.spread(_between(request, search, week.days[0], week.days[-1], at))
    context = {
        "week": week,
        "days": tables.on_days(week.days, found, at),
        **_frame(search, "week", current if current in week.days else week.days[0]),
        "before": week_url(calendar.week_of(week.days[0] - calendar.DAY)) + search.query,
        "after": week_url(calendar.week_of(week.days[-1] + calendar.DAY)) + search.query,
    }
    return render(request, "events/week.html", context, status=search.status)


@require_safe
def past(request: HttpRequest, year: int) -> HttpResponse:
    """Show the events of a year that are over, the latest first."""
    reader, at = reader_of(request), now()
    if not calendar.month_at(year, 1):
        raise Http404
    page = Paginator(pages.past_events(reader, year, at), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "years": sorted({*pages.years_behind(reader, at), year, today(at=at).year}, reverse=True),
        "page": page,
        "rows": tables.in_a_row(page, at),
    }
    return render(request, "events/past.html", context)


def _frame(search: Search, shown: str, day: date) -> dict[str, Any]:
    return {"search": search, "form": search.form, "shown": shown, "views": ways(search, day)}


def _cells(week: calendar.Week, first: date, current: date, found: calendar.Spread) -> list[tables.Cell]:
    draw = tables.Cells()
    return [
        tables.Cell(day, day.month == first.month, day == current, draw.cell(found.get(day, ()), day))
        for day in week.days
    ]


def _between(request: HttpRequest, search: Search, first: date, last: date, at: datetime) -> EventQuerySet:
    start, end = calendar.bounds(first, last)
    return pages.events_between(reader_of(request), search.finding, start, end, at)
