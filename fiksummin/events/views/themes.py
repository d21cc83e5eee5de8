"""Themes, seasons and communities, each with all its events: those to come and those behind."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from fiksummin.circles.queries import circles_for
from fiksummin.core.time import now
from fiksummin.events import rules, tables
from fiksummin.events.models import EventSeries
from fiksummin.events.queries import around, themes
from fiksummin.events.queries import series as series_queries
from fiksummin.events.views.finding import ON_A_PAGE
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of, reader_of


@require_safe
def theme_list(request: HttpRequest) -> HttpResponse:
    """Show what the events are about, and the seasons."""
    reader = reader_of(request)
    context = {
        "themes": themes.themes_with_counts(reader, now()),
        "seasons": themes.seasons_for(reader),
        "sees_training": reader is not None and not rules.why_not_see_training(reader),
    }
    return render(request, "events/theme_list.html", context)


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a theme with all its workshops and other events."""
    reader = reader_of(request)
    found = get_object_or_404(around.themes_for(reader), slug=slug)
    context = {
        "theme": found,
        "results": series_queries.results_of(reader, theme=found),
        **_events(request, reader, now(), theme=found),
    }
    return render(request, "events/theme.html", context)


@require_safe
def series(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a series of events: what it is about, its events, what came of them and which organisations came."""
    reader = reader_of(request)
    found = get_object_or_404(EventSeries.objects.visible_to(reader), pk=pk)
    context = {
        "series": found,
        "keeps": reader is not None and not rules.why_not_keep_series(found, reader),
        "themes": series_queries.themes_in(found, reader),
        "results": series_queries.results_of(reader, series=found),
        "came": series_queries.who_came(found, reader),
        **_events(request, reader, now(), series=found),
    }
    return render(request, "events/series.html", context)


@require_safe
def season(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a season: its days, its themes, its events."""
    reader = reader_of(request)
    found = get_object_or_404(themes.seasons_for(reader), slug=slug)
    plan = {row.theme_id: row for row in themes.planned_in(found, reader)}
    context = {
        "season": found,
        "themes": themes.themes_of(found, reader),
        "plan": plan,
        "asked": themes.asked_by([row.pk for row in plan.values()], reader) if plan else {},
        **_events(request, reader, now(), season=found),
    }
    return render(request, "events/season.html", context)


@require_safe
@login_required
def circle(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all events of a community that the reader sees."""
    person = person_of(request)
    found = get_object_or_404(circles_for(person), pk=pk)
    context = {"circle": found, **_events(request, person, now(), audience_circle=found)}
    return render(request, "events/circle.html", context)


def _events(request: HttpRequest, reader: Person | None, at: datetime, **among: object) -> dict[str, Any]:
    behind = Paginator(themes.behind_in(reader, at, **among), ON_A_PAGE)
    page = behind.get_page(request.GET.get("page"))
    ahead = themes.ahead_in(reader, at, **among)
    return {"ahead": tables.in_a_row(ahead, at), "page": page, "behind": tables.in_a_row(page, at)}
