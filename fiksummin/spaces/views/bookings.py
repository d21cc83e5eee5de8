"""Booking spaces, and what becomes of one's own bookings."""

from collections.abc import Iterable
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, calendar, queries, rules
from fiksummin.spaces.choices import BookingState
from fiksummin.spaces.forms.bookings import BookingForm, MembersForm, PlacesForm, ReasonForm
from fiksummin.spaces.models import Booking
from fiksummin.spaces.views import wishing
from fiksummin.spaces.views.access import seen_booking, seen_site
from fiksummin.spaces.views.sharing import ask
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other, sent
from fiksummin.ui.drafts import begun, keeps_words


@require_safe
@login_required
def booking_choice(request: HttpRequest) -> HttpResponse:
    """Ask at which site, when there are several."""
    sites = queries.seen_sites(person_of(request))
    if len(sites) == 1:
        return redirect("spaces:booking_new", sites[0].slug)
    return render(request, "spaces/booking_choice.html", {"sites": queries.sites_now(sites, now())})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words(BookingForm.base_fields)
def booking_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Book spaces of a site; ``look`` only tells what the booking would take."""
    person, site, at = person_of(request), seen_site(request, slug), now()
    given = begun(request) or request.GET
    form = BookingForm(
        wishing.sent(request), site=site, by=person,
        initial=wishing.beginning(site, at, given, BookingForm.base_fields),
    )  # fmt: skip
    tried = _looked(form) if "look" in request.POST else _book(request, form, person)
    return _booked(request, tried) or _new_page(request, form, tried)


@require_POST
@login_required
def booking_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Book the same a week later in one press; if that cannot be, show what could be instead."""
    person, booking, at = person_of(request), seen_booking(request, pk), now()
    refuse_if(rules.why_not_repeat(booking, person))
    given = wishing.a_week_later(booking, at, request.POST.get("key", ""))
    form = BookingForm(given, site=booking.site, by=person)
    tried = _book(request, form, person)
    return _booked(request, tried) or _new_page(request, form, tried)


@require_safe
@login_required
def booking_list(request: HttpRequest) -> HttpResponse:
    """Show a person's own bookings, the coming ones first."""
    person, at = person_of(request), now()
    context = {
        "coming": _with_states(queries.my_bookings(person, at), at),
        "over": _with_states(queries.my_past_bookings(person, at)[:20], at),
    }
    return render(request, "spaces/booking_list.html", context)


@require_safe
@login_required
def booking(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a booking: the confirmation for those who hold it, and what a host may know."""
    person, booking, at = person_of(request), seen_booking(request, pk), now()
    hosting = person.may(RoleKind.HOST, booking.site.slug)
    fixed = rules.why_not_change_booking(booking, person, at)
    context = {
        **_about(booking, at),
        "own": booking.is_held_by(person),
        "hosting": hosting,
        "fixed": fixed,
        "shut": "" if fixed else rules.why_not_there(booking.site, booking.starts_at, booking.ends_at),
        "answering": hosting and not rules.why_not_answer_booking(booking, person, at),
        "form": MembersForm(booking=booking),
    }
    return render(request, "spaces/booking.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Move, extend or reword a booking."""
    person, booking, at = person_of(request), seen_booking(request, pk), now()
    refuse_if(rules.why_not_change_booking(booking, person, at))
    form = PlacesForm(
        wishing.sent(request), site=booking.site, booking=booking, initial=wishing.of_booking(booking)
    )
    tried = _looked(form) if "look" in request.POST else _change(request, form, person, booking)
    if tried.done:
        say_done(request, _("The booking is changed. A new confirmation is on its way by mail."))
        return see_other("spaces:booking", pk)
    context = {**_about(booking, at), **_form_page(form, tried)}
    return render(request, "spaces/booking_change.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and cancel a booking; cancelling again changes nothing."""
    person, booking, at = person_of(request), seen_booking(request, pk), now()
    if booking.cancelled_at:
        return see_other("spaces:booking", pk)
    refuse_if(rules.why_not_change_booking(booking, person, at))
    form = ReasonForm(sent(request))
    tried = attempt(form, lambda: actions.cancel_booking(by=person, booking=booking, **form.cleaned_data).pk)
    if tried.done:
        messages.success(request, _("The booking is cancelled. Its spaces are free for others."))
        return see_other("spaces:booking", pk)
    return render(
        request,
        "spaces/booking_cancellation.html",
        {**_about(booking, at), "form": form},
        status=tried.status,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_members(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who holds a booking together."""
    person, booking, at = person_of(request), seen_booking(request, pk), now()
    refuse_if(rules.why_not_change_booking(booking, person, at))
    form = MembersForm(sent(request), booking=booking)
    tried = attempt(form, lambda: once(request, form, lambda: _share(form, person, booking)))
    if tried.done:
        messages.success(request, _("Saved. Those concerned get a letter."))
        left = not Booking.objects.visible_to(person).filter(pk=pk).exists()
        return see_other("spaces:booking_list") if left else see_other("spaces:booking", pk)
    return render(
        request, "spaces/booking_members.html", {**_about(booking, at), "form": form}, status=tried.status
    )


@require_safe
@login_required
def booking_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the booking as a calendar file; it names nobody but its reader, and her only when it is hers."""
    person, booking = person_of(request), seen_booking(request, pk)
    reader = person if booking.is_held_by(person) else None
    method = calendar.booking_method(booking)
    return HttpResponse(
        calendar.booking_file(booking, get_language() or "fi", reader),
        content_type=f"text/calendar; charset=utf-8; method={method}",
        headers={"Content-Disposition": f'attachment; filename="booking-{booking.pk}.ics"'},
    )


def _book(request: HttpRequest, form: BookingForm, person: Person) -> Attempt[int]:
    def act() -> int:
        made = actions.book(by=person, site=form.site, wish=form.wish, **form.people_of_it)
        return ask(form, person, made)

    return attempt(form, lambda: once(request, form, act))


def _change(request: HttpRequest, form: PlacesForm, person: Person, booking: Booking) -> Attempt[int]:
    def act() -> int:
        return actions.change_booking(by=person, booking=booking, wish=form.wish).pk

    return attempt(form, lambda: once(request, form, act))


def _share(form: MembersForm, person: Person, booking: Booking) -> int:
    stay = form.people()
    if stay is not None:
        actions.set_members(by=person, booking=booking, members=stay)
    return ask(form, person, booking)


def _looked(form: PlacesForm) -> Attempt[int]:
    return Attempt(HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY)


def _booked(request: HttpRequest, tried: Attempt[int]) -> HttpResponse | None:
    """Lead to the booking that was made, with a word whether it waits for an answer."""
    if tried.result is None:
        return None
    waits = queries.unanswered().filter(pk=tried.result).exists()
    say_done(
        request,
        _("Your booking waits for the host’s answer. You hear of it by mail.")
        if waits
        else _("Your booking is made. A confirmation is on its way to your mail."),
    )
    return see_other("spaces:booking", tried.result)


def _new_page(request: HttpRequest, form: BookingForm, tried: Attempt[int]) -> HttpResponse:
    opening = queries.opening(form.site, day) if (day := form.day_shown) else None
    context = {**_form_page(form, tried), "opening": opening}
    return render(request, "spaces/booking_new.html", context, status=tried.status)


def _form_page(form: PlacesForm, tried: Attempt[int]) -> dict[str, Any]:
    return {
        "site": form.site,
        "form": form,
        "tried": tried,
        "takes": wishing.takes(form),
        "instead": wishing.instead(tried.alternatives, only=form.site if form.booking else None),
        "queue": wishing.queue_of(form) if tried.status == HTTPStatus.CONFLICT else "",
    }


def _about(booking: Booking, at: datetime) -> dict[str, Any]:
    return {"booking": booking, "site": booking.site, "state": booking.state(at)}


def _with_states(bookings: Iterable[Booking], at: datetime) -> list[tuple[Booking, BookingState]]:
    return [(booking, booking.state(at)) for booking in bookings]
