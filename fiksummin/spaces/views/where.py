"""Where do I go today? The sites side by side for a purpose, each with one press that settles it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from fiksummin.core.time import HELSINKI, MIDNIGHT, now, until
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of
from fiksummin.spaces import queries, rules
from fiksummin.spaces.choices import Feature, Purpose
from fiksummin.spaces.forms.where import WhereForm
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import BookingWish, Compared, Trip
from fiksummin.spaces.views import offers, wishing

LENGTH = timedelta(hours=2)


@dataclass(frozen=True)
class Choice:
    """A site to go to: why not (""), and the fields that announce a visit or book the best place with one press.

    Who has not signed in gets the addresses of the forms instead, filled in.
    """

    there: Compared
    reason: str
    people: int
    said: str
    fields: list[tuple[str, str | int]]
    visit_url: str
    book_url: str

    @property
    def books(self) -> bool:
        """Say whether a place is proposed."""
        return self.there.best is not None and not self.reason

    @property
    def visits(self) -> bool:
        """Say whether a visit is proposed: there are work seats for all."""
        return not self.reason and self.there.is_open and self.there.seats >= self.people


@require_safe
def where(request: HttpRequest) -> HttpResponse:
    """Compare the sites; the address of a comparison can be kept and sent on."""
    reader, at = reader_of(request), now()
    sites = queries.seen_sites(reader)
    form = WhereForm(_given(request, sites, at))
    valid = form.is_valid()
    context: dict[str, Any] = {"form": form, "reader": reader, "compared": valid}
    if valid:
        context |= _compared(sites, form.trip, reader, at)
    return render(request, "spaces/where.html", context, status=200 if valid else 422)


def _compared(sites: Sequence[Site], trip: Trip, reader: Person | None, at: datetime) -> dict[str, Any]:
    reasons = rules.why_not_come_to(reader, sites, trip.day) if reader else {}
    found = queries.compare(sites, trip, at, asker=rules.asker_on(reader, reasons))
    return {
        "trip": trip,
        "purpose": Purpose(trip.purpose).label,
        "choices": [_choice(there, trip, reasons.get(there.site.pk, "")) for there in found],
        "remote_url": _remote(trip) if trip.purpose != Purpose.FOCUS else "",
    }


def _choice(there: Compared, trip: Trip, reason: str) -> Choice:
    """Lay out what can be pressed: the fields are those of the forms for a visit and for a booking."""
    fields: list[tuple[str, str | int]] = [
        ("day", trip.day.isoformat()),
        ("start", f"{trip.start:%H:%M}"),
        ("end", until(trip.end)),
        ("people", trip.people),
    ]
    visit_url = f"{reverse('spaces:visit_new', args=[there.site.slug])}?{urlencode(fields)}"
    best = there.best
    wish = BookingWish(best.places, best.start, best.end, trip.people) if best else None
    book_url = wishing.address_of(wish, there.site) if wish else ""
    fields = [*fields, ("key", secrets.token_urlsafe(12))]
    return Choice(there, reason, trip.people, _said(there, trip), fields, visit_url, book_url)


def _said(there: Compared, trip: Trip) -> str:
    """Say how much there is for the purpose."""
    if there.best and len(there.best.places) > 1:
        return _("no space alone is large enough, several together are")
    said = {
        Purpose.FOCUS: ngettext(
            "%(n)d desk free in a quiet zone", "%(n)d desks free in a quiet zone", there.free
        ),
        Purpose.MEET: ngettext(
            "%(n)d free room is large enough", "%(n)d free rooms are large enough", there.free
        ),
        Purpose.WORKSHOP: ngettext(
            "%(n)d free space is large enough, with furniture that moves",
            "%(n)d free spaces are large enough, with furniture that moves",
            there.free,
        ),
    }
    return said[Purpose(trip.purpose)] % {"n": there.free}


def _remote(trip: Trip) -> str:
    """Give the address that finds spaces from which those elsewhere can take part."""
    given: dict[str, str | int | list[str]] = {
        "day": trip.day.isoformat(), "start": f"{trip.start:%H:%M}", "end": until(trip.end), "people": trip.people,
        "minutes": _minutes(trip), "features": [Feature.VIDEO.value, *trip.features],
    }  # fmt: skip
    return f"{reverse('spaces:booking_search')}?{urlencode(given, doseq=True)}"


def _minutes(trip: Trip) -> int:
    return ((trip.end.hour or 24) - trip.start.hour) * 60 + trip.end.minute - trip.start.minute


def _given(request: HttpRequest, sites: Sequence[Site], at: datetime) -> QueryDict:
    """Take the address; what it leaves out is a sensible time: the next two hours, or the next day with open doors."""
    given = request.GET.copy()
    day, start = _soon(sites, at)
    if given.get("day"):
        start = start if offers.day_in(given) == day else offers.MORNING
    given.setdefault("purpose", Purpose.FOCUS)
    given.setdefault("day", day.isoformat())
    given.setdefault("start", f"{start:%H:%M}")
    given.setdefault("end", until(_later(start)))
    given.setdefault("people", "1")
    return given


def _soon(sites: Sequence[Site], at: datetime) -> tuple[date, time]:
    """Give the first day and time at which a door is open long enough to come."""
    found: list[tuple[date, time]] = []
    for site in sites:
        state = queries.open_state(site, at)
        if state.closes_at and state.closes_at - at >= LENGTH:
            found.append((state.today.date, offers.next_quarter(at).astimezone(site.zone).time()))
        elif state.next and state.next.opens_at:
            opens = state.next.opens_at.astimezone(site.zone).time()
            found.append((state.next.date, max(opens, offers.MORNING)))
    return min(found, default=(at.astimezone(HELSINKI).date(), offers.MORNING))


def _later(start: time) -> time:
    hours = int(LENGTH.total_seconds()) // 3600
    return time(start.hour + hours, start.minute) if start.hour + hours < 24 else MIDNIGHT
