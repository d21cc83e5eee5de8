"""Those who hold the events of a series say what it is about."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.keeping import SeriesForm
from fiksummin.events.models import Event, EventSeries
from fiksummin.events.queries.keeping import SeriesWish
from fiksummin.events.views.access import run_event
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@login_required
def series_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a series with an event."""
    person, event = person_of(request), run_event(request, pk)
    refuse_if(rules.why_not_make_series(event, person))
    begins = EventSeries(**event.series_names, theme=event.theme)
    return _page(
        request, begins, event, lambda wish: actions.make_series(by=person, event=event, wish=wish).pk
    )


@shown_and_sent
@login_required
def series_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a series anew."""
    person = person_of(request)
    series = get_object_or_404(  # allow(through-the-person): only those who keep it find it
        EventSeries.objects.kept_by(person).select_related("theme"), pk=pk
    )
    return _page(
        request, series, None, lambda wish: actions.change_series(by=person, series=series, wish=wish).pk
    )


def _page(
    request: HttpRequest, series: EventSeries, event: Event | None, act: Callable[[SeriesWish], int]
) -> HttpResponse:
    begins = {name: getattr(series, name) for name in SeriesForm.base_fields}
    themes = queries.themes_known_to(person_of(request), series.theme_id)
    form = SeriesForm(sent(request), initial=begins, themes=themes)
    tried = attempt(form, lambda: act(form.wish))
    if tried.result:
        messages.success(request, _("Saved."))
        return see_other("events:series", tried.result)
    context = {"form": form, "row": None if event else series, "event": event}
    return render(request, "events/organise/series.html", context, status=tried.status)
