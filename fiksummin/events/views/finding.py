"""What is on: the list of events, filtered by the query of the address."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fiksummin.core.time import now, today
from fiksummin.events import rules, tables
from fiksummin.events.forms.finding import ASKED, FindingForm, this_week
from fiksummin.events.queries import calendar
from fiksummin.events.queries.around import Choices, choices_for
from fiksummin.events.queries.finding import Finding
from fiksummin.events.queries.rows import Found, found_for, rows_of
from fiksummin.people.queries import reader_of

ON_A_PAGE = 20


@dataclass(frozen=True)
class Search:
    """What the address asks for (None when it cannot be read), and the form that asks, drawn.

    ``form`` is there when something was asked; ``query`` asks the same of any days.
    """

    finding: Finding | None
    drawn: SafeString
    near: bool
    form: FindingForm | None = None
    query: str = ""

    @property
    def status(self) -> int:
        """How the answer is marked: 422 when what is asked for cannot be read."""
        return 422 if self.finding is None else 200


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show what is on, the next first; the address of a choice can be kept and sent on."""
    reader, at = reader_of(request), now()
    found = None if is_asked(request) else found_for(reader, Finding(), at)
    search = searching(request, "list", at, found)
    found = found or found_for(reader, search.finding, at)
    page = Paginator(found.ids, ON_A_PAGE).get_page(request.GET.get("page"))
    events = rows_of(page.object_list)
    context = {
        "search": search,
        "form": search.form,
        "page": page,
        "events": events,
        "days": tables.by_day(events, at),
        "this_week": this_week(today(at=at), near=search.near),
        "shown": "list",
        "views": ways(search, today(at=at)),
        "today": today(at=at),
        "barred": rules.why_not_plan(reader) if reader else "",
    }
    return render(request, "events/event_list.html", context, status=search.status)


def is_asked(request: HttpRequest) -> bool:
    """Say whether the address asks for anything but a page."""
    return any(name in request.GET for name in ASKED)


def searching(request: HttpRequest, shown: str, at: datetime, found: Found | None = None) -> Search:
    """Read what the address asks for; only what the reader may know of is offered (``found``: all that is, if known)."""
    offered = choices_for(reader_of(request), at, found.themes if found else None)
    if not is_asked(request):
        drawn = _drawn_empty(get_language() or "fi", shown, offered)
        return Search(Finding(), drawn, bool(offered.near))
    form = FindingForm(request.GET, offered=offered)
    finding = form.finding if form.is_valid() else None
    return Search(finding, _drawn(form, shown), bool(offered.near), form, form.query)


@lru_cache(maxsize=32)
def _drawn_empty(language: str, shown: str, offered: Choices) -> SafeString:
    """Draw the form as it is when nothing is asked, which is nearly always: so it is kept, by all that it depends on."""
    return _drawn(FindingForm({}, offered=offered), shown)


def _drawn(form: FindingForm, shown: str) -> SafeString:
    return render_to_string("events/_find.html", {"form": form, "shown": shown})


def ways(search: Search, day: date) -> list[tuple[str, str, str]]:
    """Give the ways to look at the events about a day: each by its name, in words, and its address."""
    return [
        ("list", _("List"), reverse("events:event_list") + search.query),
        ("week", _("Week"), week_url(calendar.week_of(day)) + search.query),
        ("month", _("Month"), month_url(day) + search.query),
    ]


def week_url(week: calendar.Week) -> str:
    """Give the address of a week."""
    return reverse("events:week", args=[week.year, week.number])


def month_url(day: date) -> str:
    """Give the address of the month of a day."""
    return reverse("events:month", args=[day.year, day.month])
