"""Holding a booking together: who is asked by letter sees what it is about, and accepts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.forms.bookings import BookingForm, MembersForm
from fiksummin.spaces.models import Booking
from fiksummin.ui.attempts import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def booking_sharing(request: HttpRequest, token: str) -> HttpResponse:
    """Show the person invited, and nobody else, what she is asked to hold; accept it."""
    person, at = person_of(request), now()
    asked = queries.read_share_token(token, person)
    booking = queries.shared_booking(asked.booking) if asked else None
    if asked is None or booking is None:
        raise Http404
    if request.method == "POST":
        actions.share_booking(by=person, booking=booking, whole=asked.whole, asked_at=asked.asked_at)
        messages.success(request, _("You hold the booking now, too."))
        return see_other("spaces:booking", booking.pk)
    removed = queries.removed_since(booking, person, asked.asked_at)
    fixed = rules.why_not_share(booking, at, removed=removed)
    context = {"booking": booking, "site": booking.site, "token": token, "fixed": fixed}
    context["whole"] = asked.whole
    return render(request, "spaces/booking_sharing.html", context)


def ask(form: BookingForm | MembersForm, person: Person, booking: Booking, *, whole: bool = False) -> int:
    """Ask those whose addresses a form has; give the booking's id."""
    if addresses := form.cleaned_data["members"]:
        actions.ask_to_share(by=person, booking=booking, addresses=addresses, whole=whole)
    return booking.pk
