"""What is on: the list of events, filtered by the query of the address."""

from datetime import date, datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fiksummin.core.time import now, today
from fiksummin.events import rules, tables
from fiksummin.events.forms.finding import FindingForm, this_week
from fiksummin.events.queries import around, calendar, pages
from fiksummin.people.queries import reader_of

ON_A_PAGE = 40


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show what is on, the next first; the address of a choice can be kept and sent on."""
    reader, at = reader_of(request), now()
    form = finding_form(request, at)
    valid = form.is_valid()
    rows = pages.coming_events(reader, form.finding, at) if valid else pages.no_events()
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "days": tables.by_day(page, at),
        "this_week": this_week(today(at=at), near=bool(form.near_sites)),
        "shown": "list",
        "views": ways(form, today(at=at)),
        "today": today(at=at),
        "barred": rules.why_not_plan(reader) if reader else "",
    }
    return render(request, "events/event_list.html", context, status=200 if valid else 422)


def finding_form(request: HttpRequest, at: datetime) -> FindingForm:
    """Read what the address asks for; only what the reader may know of is offered."""
    reader = reader_of(request)
    kinds, sites, themes = around.choices_for(reader)
    near = around.sites_near(reader, at) if reader else ()
    return FindingForm(request.GET, kinds=kinds, sites=sites, themes=themes, near=near)


def ways(form: FindingForm, day: date) -> list[tuple[str, str, str]]:
    """Give the ways to look at the events about a day: each by its name, in words, and its address."""
    return [
        ("list", _("List"), reverse("events:event_list") + form.query),
        ("week", _("Week"), week_url(calendar.week_of(day)) + form.query),
        ("month", _("Month"), month_url(day) + form.query),
    ]


def week_url(week: calendar.Week) -> str:
    """Give the address of a week."""
    return reverse("events:week", args=[week.year, week.number])


def month_url(day: date) -> str:
    """Give the address of the month of a day."""
    return reverse("events:month", args=[day.year, day.month])
