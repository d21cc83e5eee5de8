"""The ways to get hold of things: through the person who asks. A stranger gets 404."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from fiksummin.people.queries import person_of, reader_of
from fiksummin.spaces import queries, rules
from fiksummin.spaces.models import BookedSpace, Booking, Offer, Site, Space, Visit, Waiting


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
