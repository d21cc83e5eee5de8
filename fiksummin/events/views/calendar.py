"""Events as a calendar: a month, a week; and those of past years."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dates import MONTHS
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from fiksummin.core.time import now, today
from fiksummin.events import tables
from fiksummin.events.forms.finding import FindingForm
from fiksummin.events.models import Event
from fiksummin.events.queries import calendar, pages
from fiksummin.events.views.finding import ON_A_PAGE, finding_form, month_url, ways, week_url
from fiksummin.people.queries import reader_of
from fiksummin.ui import when

DAY = timedelta(days=1)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month as a table of weeks; on a phone it is a list of days."""
    at, weeks = now(), calendar.month_at(year, month)
    if not weeks:
        raise Http404
    form = finding_form(request, at)
    first, last = weeks[0].days[0], weeks[-1].days[-1]
    found = calendar.spread(_between(request, form, first, last, at))
    draw, current = tables.Cells(), today(at=at)
    context = {
        "form": form,
        "shown": "month",
        "views": ways(form, date(year, month, 1) if (year, month) != (current.year, current.month) else current),
        "title": when.capital(f"{MONTHS[month]} {year}"),
        "names": [when.capital(name) for name in when.tongue(get_language() or "fi")[1].headings],
        "weeks": [
            (week, week_url(week) + form.query, [
                (day, day.month == month, day == current, draw.cell(found.get(day, ()), day)) for day in week.days
            ])
            for week in weeks
        ],
        "is_empty": not any(day.month == month for day in found),
        "before": month_url(date(year, month, 1) - DAY) + form.query,
        "after": month_url(date(year, month, 28) + 4 * DAY) + form.query,
    }  # fmt: skip
    return render(request, "events/month.html", context, status=200 if form.is_valid() else 422)


@require_safe
def week(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show a week, day by day."""
    at, week = now(), calendar.week_at(year, number)
    if week is None:
        raise Http404
    form = finding_form(request, at)
    found = calendar.spread(_between(request, form, week.days[0], week.days[-1], at))
    draw = tables.Lines(at)
    context: dict[str, Any] = {
        "form": form,
        "shown": "week",
        "views": ways(form, today(at=at) if today(at=at) in week.days else week.days[0]),
        "week": week,
        "days": [
            (day, "".join(draw.line(event, day=day) for event in found.get(day, ()))) for day in week.days
        ],
        "before": week_url(calendar.week_of(week.days[0] - DAY)) + form.query,
        "after": week_url(calendar.week_of(week.days[-1] + DAY)) + form.query,
    }
    return render(request, "events/week.html", context, status=200 if form.is_valid() else 422)


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


def _between(
    request: HttpRequest, form: FindingForm, first: date, last: date, at: datetime
) -> Iterable[Event]:
    if not form.is_valid():
        return ()
    start, end = calendar.bounds(first, last)
    return pages.events_between(reader_of(request), form.finding, start, end, at)
