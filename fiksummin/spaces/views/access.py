"""The ways to get hold of things: through the person who asks. A stranger gets 404."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from fiksummin.core.idempotency import fingerprint
from fiksummin.core.idempotency import once as _once
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.models import BookedSpace, Booking, Offer, Site, Space, Visit, Waiting

NOBODY = 0
"""Whose the idempotency keys of those are who have not signed in."""
REPLAYED = "fiksummin.replayed"
"""Key in the request's META: whether its form had been sent before."""


def person_of(request: HttpRequest) -> Person:
    """Give the signed-in person (behind ``login_required``)."""
    return cast(Person, request.user)


def reader_of(request: HttpRequest) -> Person | None:
    """Give the person who reads, or None for the public."""
    return request.user if isinstance(request.user, Person) else None


def seen_site(request: HttpRequest, slug: str) -> Site:
    """Give a site that the reader may see."""
    site = queries.seen_site(reader_of(request), slug)
    if site is None:
        raise Http404
    queries.bring_hours([site])
    return site


def hosted_site(request: HttpRequest, slug: str) -> Site:
    """Give a site where the person receives people."""
    person = person_of(request)
    site = queries.seen_site(person, slug)
    if site is None or rules.why_not_host(person, site):
        raise Http404
    return site


def managed_site(request: HttpRequest, slug: str) -> Site:
    """Give a site that the person may change."""
    return get_object_or_404(queries.managed_sites(person_of(request)), slug=slug)


def managed_space(request: HttpRequest, pk: int) -> Space:
    """Give a space in use, of a site that the person may change."""
    rows = Space.objects.filter(site__in=queries.managed_sites(person_of(request)), retired_at=None)
    return get_object_or_404(rows.select_related("site", "zone", "policy"), pk=pk)


def seen_visit(request: HttpRequest, pk: int) -> Visit:
    """Give a visit of the person's own, or to a site where she receives people."""
    return get_object_or_404(queries.for_person(person_of(request)), pk=pk)


def received_visit(request: HttpRequest, pk: int) -> Visit:
    """Give a visit to a site where the person receives people."""
    person = person_of(request)
    return get_object_or_404(queries.for_person(person).received_by(person), pk=pk)


def seen_booking(request: HttpRequest, pk: int) -> Booking:
    """Give a booking that the person holds, or at a site where she receives people."""
    return get_object_or_404(queries.bookings_for(person_of(request)), pk=pk)


def seen_place(request: HttpRequest, pk: int) -> BookedSpace:
    """Give one of the spaces of a booking that the person may see."""
    return get_object_or_404(queries.places_for(person_of(request)), pk=pk)


def seen_waiting(request: HttpRequest, pk: int) -> Waiting:
    """Give what the person waits for herself."""
    return get_object_or_404(queries.waitings_for(person_of(request)), pk=pk)


def seen_offer(request: HttpRequest, pk: int) -> Offer:
    """Give an offer made to the person."""
    return get_object_or_404(queries.offers_for(person_of(request)), pk=pk)


def once(request: HttpRequest, form: BaseForm, act: Callable[[], int]) -> int:
    """Act once for a form, however often its button is pressed; gives the id that ``act`` gave.

    The same form with other values is another wish.
    """
    given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    mark = fingerprint(request.path, given)
    key = form.cleaned_data.get("key")
    reader = reader_of(request)
    reply = _once(
        person=reader.pk if reader else NOBODY,
        key=f"{key}-{mark[:40]}" if key else "",
        fingerprint=mark,
        act=lambda: (201, act()),
    )
    request.META[REPLAYED] = reply.replayed
    return int(reply.body)


def say_done(request: HttpRequest, sentence: str) -> None:
    """Say that a form did its act; of one that had done it before nothing is said, for it may be otherwise by now."""
    if not request.META.get(REPLAYED):
        messages.success(request, sentence)
