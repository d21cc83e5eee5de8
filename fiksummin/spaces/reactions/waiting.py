"""What this room does when something is free again: in the same transaction the first in line gets an offer."""

from fiksummin.core.facts import later, on
from fiksummin.core.time import now
from fiksummin.spaces import actions, letters, queries
from fiksummin.spaces.facts import (
    BookingCancelled,
    BookingChanged,
    BookingDeclined,
    BookingLeft,
    BookingReleased,
    OfferDeclined,
    OfferLapsed,
    OfferMade,
    PlaceReopened,
    SiteChanged,
    VisitCancelled,
    VisitChanged,
    VisitorLeft,
    WaitingCalledOff,
    WaitingPassed,
)
from fiksummin.spaces.models import Closure, Offer, Site, Waiting

type BookingGone = BookingCancelled | BookingDeclined | BookingLeft | BookingReleased
type OfferGone = OfferDeclined | OfferLapsed
type VisitGone = VisitCancelled | VisitorLeft


def serve_after_booking(fact: BookingGone) -> None:
    """What a booking gave back is offered to the first in line."""
    actions.serve_after_booking(booking=fact.booking)


@on(BookingChanged)
def serve_after_change(fact: BookingChanged) -> None:
    """What a booking no longer needs is offered to the first in line."""
    actions.serve_after_booking(booking=fact.booking, moved=True)


def serve_after_offer(fact: OfferGone) -> None:
    """A place that was not taken is offered to the next in line."""
    actions.serve_after_booking(booking=Offer.objects.values_list("booking", flat=True).get(pk=fact.offer))


def serve_after_visit(fact: VisitGone) -> None:
    """Seats that a visitor gave back are offered to the first in line."""
    actions.serve_after_visit(visit=fact.visit)


@on(VisitChanged)
def serve_after_visit_change(fact: VisitChanged) -> None:
    """Seats that a visitor no longer needs are offered to the first in line."""
    actions.serve_after_visit(visit=fact.visit, moved=True)


@on(PlaceReopened)
def serve_after_closure(fact: PlaceReopened) -> None:
    """What is open again is offered to those in line."""
    _serve(Closure.objects.select_related("site").get(pk=fact.closure).site)


@on(SiteChanged)
def serve_after_site_change(fact: SiteChanged) -> None:
    """What new hours or seats make possible is offered to those in line."""
    _serve(Site.objects.get(pk=fact.site))


@later(OfferMade)
def tell_offer(fact: OfferMade) -> None:
    """Who is first in line hears that a place is held for her, and until when."""
    offer = _offer(fact.offer)
    if offer and offer.is_open:
        letters.tell_offer(offer, "made")


@later(OfferLapsed)
def tell_lapse(fact: OfferLapsed) -> None:
    """Who did not answer in time hears that the place went to the next, or that it was called off."""
    offer = _offer(fact.offer)
    if offer and offer.lapsed_at:
        letters.tell_offer(offer, "lapsed" if offer.waiting.ended_at else "called_off")


@later(WaitingPassed)
def tell_passed(fact: WaitingPassed) -> None:
    """Who waited in vain hears that the time has passed."""
    waiting = Waiting.objects.select_related("site", "person", "space").filter(pk=fact.waiting).first()
    if waiting:
        letters.tell_passed(waiting)


@later(WaitingCalledOff)
def tell_called_off(fact: WaitingCalledOff) -> None:
    """Who waited for a space that is out of use hears what else is free."""
    rows = Waiting.objects.select_related("site", "person", "space", "layout")
    waiting = rows.filter(pk=fact.waiting).first()
    if waiting:
        letters.tell_called_off(waiting, now())


BOOKINGS: tuple[type[BookingGone], ...] = (BookingCancelled, BookingDeclined, BookingLeft, BookingReleased)
OFFERS: tuple[type[OfferGone], ...] = (OfferDeclined, OfferLapsed)
VISITS: tuple[type[VisitGone], ...] = (VisitCancelled, VisitorLeft)
for booking_gone in BOOKINGS:
    on(booking_gone)(serve_after_booking)
for offer_gone in OFFERS:
    on(offer_gone)(serve_after_offer)
for visit_gone in VISITS:
    on(visit_gone)(serve_after_visit)


def _serve(site: Site) -> None:
    if Waiting.objects.open().filter(site=site).exists():
        actions.serve_waiting(site=site)


def _offer(offer: int) -> Offer | None:
    return queries.offers_with_people().filter(pk=offer).first()
