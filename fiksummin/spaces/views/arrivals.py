"""Coming to what one booked: the code on the door, check-in, leaving early; the host's exceptions."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.choices import RoleKind
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.models import Booking, Space
from fiksummin.spaces.views import codes, wishing
from fiksummin.spaces.views.access import seen_booking
from fiksummin.ui.attempts import see_other


@require_safe
def code(request: HttpRequest, token: str) -> HttpResponse:
    """Lead from the code on a door to what is booked behind it: 404 for a forged one, 410 for one of old."""
    read = queries.read_code(token)
    space = queries.spaces_at_doors().filter(pk=read[0]).first() if read else None
    if read is None or space is None:
        raise Http404
    if read[1] != space.code_version or space.retired_at:
        return render(request, "spaces/code_old.html", {"site": space.site}, status=HTTPStatus.GONE)
    return _door(request, token, space)


@login_required
def _door(request: HttpRequest, token: str, space: Space) -> HttpResponse:
    person, at = person_of(request), now()
    get_object_or_404(Space.objects.visible_to(person), pk=space.pk)
    found = queries.door(space, person, at)
    wish = codes.wish_now(found, at)
    context = {
        "space": space,
        "site": space.site,
        "door": found,
        "token": token,
        "hosting": person.may(RoleKind.HOST, space.site.slug),
        "wish": wish,
        "book_url": wishing.address_of(wish, space.site) if wish else "",
    }
    return render(request, "spaces/code.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def space_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the code of a space for printing; renew it."""
    space = codes.managed_space(request, pk)
    if request.method == "POST":
        version = request.POST.get("version", "")
        actions.renew_code(by=person_of(request), space=space, version=codes.number(version))
        messages.success(request, _("The space has a new code. Print it: the old ones do not work any more."))
        return see_other("spaces:space_code", pk)
    context = {"space": space, "site": space.site, "address": codes.address_of(space)}
    return render(request, "spaces/space_code.html", context)


@require_safe
@login_required
def space_code_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the code of a space."""
    space = codes.managed_space(request, pk)
    return HttpResponse(codes.picture_of(space), content_type="image/svg+xml")


@require_POST
@login_required
def booking_arrival(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that those who booked are there; noting it again changes nothing."""
    booking = seen_booking(request, pk)
    if not booking.arrived_at:
        actions.check_in_booking(by=person_of(request), booking=booking)
        messages.success(request, _("The arrival is noted. Welcome."))
    return _back(request, booking)


@require_POST
@login_required
def booking_arrival_undoing(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back an arrival noted by mistake; taking it back again changes nothing."""
    booking = seen_booking(request, pk)
    refuse_if(rules.why_not_host(person_of(request), booking.site))
    if booking.arrived_at:
        actions.undo_booking_check_in(by=person_of(request), booking=booking)
        messages.success(request, _("The arrival is taken back."))
    return _back(request, booking)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_departure(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and give back the rest of a booking; doing it again changes nothing."""
    person, booking = person_of(request), seen_booking(request, pk)
    if booking.left_at:
        return _back(request, booking)
    if request.method == "POST":
        actions.leave_booking(by=person, booking=booking)
        messages.success(request, _("Thank you. The rest of the time is free for others."))
        return _back(request, booking)
    refuse_if(rules.why_not_leave_booking(booking, person, now()))
    context = {"booking": booking, "site": booking.site, "code": request.GET.get("code", "")}
    return render(request, "spaces/booking_departure.html", context)


@require_POST
@login_required
def booking_exemption(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a booking for latecomers; doing it again changes nothing."""
    booking = seen_booking(request, pk)
    refuse_if(rules.why_not_host(person_of(request), booking.site))
    if not booking.exempted_at:
        actions.exempt_booking(by=person_of(request), booking=booking)
        messages.success(request, _("The booking is kept for latecomers."))
    return _back(request, booking)


@require_POST
@login_required
def booking_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a released booking its time back; doing it again changes nothing."""
    booking = seen_booking(request, pk)
    refuse_if(rules.why_not_host(person_of(request), booking.site))
    if booking.released_at or not booking.exempted_at:
        actions.undo_release(by=person_of(request), booking=booking)
        messages.success(request, _("The booking has its time back and is kept for latecomers."))
    return _back(request, booking)


def _back(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Lead back to the door whose code was read, else to the booking's page."""
    token = request.POST.get("code") or request.GET.get("code", "")
    if queries.read_code(token):
        return see_other("spaces:code", token)
    return see_other("spaces:booking", booking.pk)
