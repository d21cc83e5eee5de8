"""Booking a series: its dates tried before, and what becomes of them."""

from collections.abc import Sequence
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.actions import Occurrence
from fiksummin.spaces.forms.series import SeriesCancellationForm, SeriesChangeForm, SeriesForm
from fiksummin.spaces.models import Booking
from fiksummin.spaces.views import wishing
from fiksummin.spaces.views.access import seen_booking, seen_site
from fiksummin.spaces.views.sharing import ask
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other, sent
from fiksummin.ui.drafts import begun, keeps_words

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@keeps_words(SeriesForm.base_fields)
def series_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a rule, show every date with what stands in its way, and book those that are chosen."""
    person, site, at = person_of(request), seen_site(request, slug), now()
    given = begun(request) or request.GET
    form = SeriesForm(
        sent(request), site=site, by=person,
        initial=wishing.beginning(site, at, given, SeriesForm.base_fields),
    )  # fmt: skip
    booking = "book" in request.POST
    tried = _book(request, form, person) if booking else Attempt[int](HTTPStatus.OK)
    if tried.done:
        say_done(request, _("The series is booked. A confirmation is on its way to your mail."))
        return see_other("spaces:series", tried.result)
    preview = attempt(form, lambda: _preview(form, person)) if form.is_bound else None
    found = _told(preview, tried)
    context = {"site": site, "form": form, "occurrences": found, "ticked": _ticked(request, found)}
    status = tried.status if booking else (preview.status if preview and not preview.done else HTTPStatus.OK)
    return render(request, "spaces/series_new.html", context, status=status)


@require_safe
@login_required
def series(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the dates of a series that the person may see."""
    person, at = person_of(request), now()
    rows = list(queries.bookings_for(person).filter(series=pk).order_by("starts_at"))
    if not rows:
        raise Http404
    found = rows[0].series
    coming = next((row for row in rows if not rules.why_not_change_booking(row, person, at)), None)
    context = {
        "series": found,
        "site": rows[0].site,
        "rows": [(row, row.state(at)) for row in rows],
        "first": rows[0],
        "coming": coming,
    }
    return render(request, "spaces/series.html", context)


@shown_and_sent
@login_required
def series_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a date of a series, and the following or all with it."""
    person, booking = _of_series(request, pk)
    form = SeriesChangeForm(
        wishing.sent(request), site=booking.site, booking=booking, initial=wishing.of_booking(booking)
    )
    tried = attempt(form, lambda: once(request, form, lambda: _change(form, person, booking)))
    if tried.done:
        messages.success(request, _dates_said(tried.result or 0, changed=True))
        return see_other("spaces:series", booking.series_id)
    context = {
        "booking": booking,
        "site": booking.site,
        "form": form,
        "tried": tried,
        "instead": wishing.instead(tried.alternatives, only=booking.site),
    }
    return render(request, "spaces/series_change.html", context, status=tried.status)


@shown_and_sent
@login_required
def series_cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a date of a series, and the following or all with it."""
    person, booking = _of_series(request, pk)
    form = SeriesCancellationForm(sent(request))
    tried = attempt(form, lambda: actions.cancel_series(by=person, booking=booking, **form.cleaned_data))
    if tried.done:
        messages.success(request, _dates_said(tried.result or 0, changed=False))
        return see_other("spaces:series", booking.series_id)
    context = {"booking": booking, "site": booking.site, "form": form}
    return render(request, "spaces/series_cancellation.html", context, status=tried.status)


def _of_series(request: HttpRequest, pk: int) -> tuple[Person, Booking]:
    person, booking = person_of(request), seen_booking(request, pk)
    if booking.series_id is None:
        raise Http404
    refuse_if(rules.why_not_change_booking(booking, person, now()))
    return person, booking


def _preview(form: SeriesForm, person: Person) -> list[Occurrence]:
    return actions.preview_series(by=person, site=form.site, rule=form.rule, wish=form.wish)


def _book(request: HttpRequest, form: SeriesForm, person: Person) -> Attempt[int]:
    def act() -> int:
        only = form.cleaned_data["date"]
        made = actions.book_series(
            by=person, site=form.site, rule=form.rule, wish=form.wish, only=only, **form.people_of_it
        )
        ask(form, person, made.bookings.select_related("site").earliest("starts_at"), whole=True)
        return made.pk

    return attempt(form, lambda: once(request, form, act))


def _change(form: SeriesChangeForm, person: Person, booking: Booking) -> int:
    return actions.change_series(by=person, booking=booking, wish=form.wish, scope=form.cleaned_data["scope"])


def _told(preview: Attempt[list[Occurrence]] | None, tried: Attempt[int]) -> Sequence[Occurrence]:
    """Give every date: as just tried, or as the refusal tells them."""
    if preview and preview.result:
        return preview.result
    return [each for each in tried.alternatives if isinstance(each, Occurrence)]


def _ticked(request: HttpRequest, found: Sequence[Occurrence]) -> set[str]:
    """Tick every date that can be, at first; then those that were ticked."""
    if "book" in request.POST:
        return set(request.POST.getlist("date"))
    return {each.date.isoformat() for each in found if each.possible}


def _dates_said(count: int, *, changed: bool) -> str:
    sentence = (
        ngettext("%(count)d date is changed.", "%(count)d dates are changed.", count)
        if changed
        else ngettext("%(count)d date is cancelled.", "%(count)d dates are cancelled.", count)
    )
    return sentence % {"count": count}
