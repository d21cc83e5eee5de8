"""Hosts answer bookings that wait, and note that spaces are rearranged."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.forms.bookings import AnswerForm, ReasonForm
from fiksummin.spaces.models import Booking
from fiksummin.spaces.views import wishing
from fiksummin.spaces.views.access import hosted_site, seen_booking, seen_place
from fiksummin.ui.attempts import attempt, see_other, sent


@require_safe
@login_required
def approvals(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the bookings at a site that wait for an answer, the one due first first."""
    site, at = hosted_site(request, slug), now()
    context = {"site": site, "at": at, "bookings": queries.to_answer(site, at)}
    return render(request, "spaces/approvals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_approval(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and approve a booking; approving again changes nothing. When it cannot be, show what could be instead."""
    person, booking = person_of(request), _as_host(request, pk)
    if booking.approved_at:
        return see_other("spaces:booking", pk)
    refuse_if(rules.why_not_answer_booking(booking, person, now()))
    form = AnswerForm(sent(request))
    tried = attempt(form, lambda: actions.approve_booking(by=person, booking=booking).pk)
    if tried.done:
        messages.success(request, _("The booking is approved. Those who hold it are told by mail."))
        return see_other("spaces:approvals", booking.site.slug)
    others = wishing.instead(tried.alternatives)
    context = {"booking": booking, "site": booking.site, "form": form, "tried": tried, "instead": others}
    return render(request, "spaces/booking_approval.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, and decline a booking; declining again changes nothing."""
    person, booking = person_of(request), _as_host(request, pk)
    if booking.declined_at:
        return see_other("spaces:booking", pk)
    refuse_if(rules.why_not_answer_booking(booking, person, now()))
    form = ReasonForm(sent(request))
    form.fields["reason"].required = True
    tried = attempt(form, lambda: actions.decline_booking(by=person, booking=booking, **form.cleaned_data).pk)
    if tried.done:
        messages.success(request, _("The booking is declined. Those who asked are told the reason by mail."))
        return see_other("spaces:approvals", booking.site.slug)
    context = {"booking": booking, "site": booking.site, "form": form}
    return render(request, "spaces/booking_refusal.html", context, status=tried.status)


@require_POST
@login_required
def changeover(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a space is rearranged; noting it again changes nothing."""
    place = actions.note_changeover(by=person_of(request), place=seen_place(request, pk))
    site, start = place.booking.site, place.booking.starts_at
    day, today = start.astimezone(site.zone).date(), now().astimezone(site.zone).date()
    where = [site.slug] if day == today else [site.slug, day]
    return see_other("spaces:desk_day", *where, fragment=f"booking-{place.booking_id}")


def _as_host(request: HttpRequest, pk: int) -> Booking:
    """Give a booking to its host; those who hold it hear why not, a stranger 404."""
    booking = seen_booking(request, pk)
    refuse_if(rules.why_not_host(person_of(request), booking.site))
    return booking
