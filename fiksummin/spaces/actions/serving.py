"""What is free is offered to the first in line whose wish it fits, then to the next."""

from datetime import date, datetime, timedelta

from django.db import transaction

from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims, holding
from fiksummin.spaces.actions.bookings import give_back
from fiksummin.spaces.facts import OfferLapsed, OfferMade
from fiksummin.spaces.models import BookedSpace, Booking, Offer, Policy, Site, Visit, Waiting
from fiksummin.spaces.queries.wishes import BookingWish

type Fit = tuple[BookingWish, holding.Held]
LONGEST_ANSWER, SHORTEST_ANSWER = timedelta(hours=4), timedelta(minutes=15)


def serve_waiting(*, site: Site, near: queries.Near | None = None, at: datetime | None = None) -> list[Offer]:
    """Offer what is free at a site to those in line, the first first; call it in the transaction that frees it.

    With ``near`` only what became free is looked at. Whoever has an offer to
    answer is not asked about another one meanwhile.
    """
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(site)
        line = list(queries.in_line(site, at))
        look = queries.Look(site, at, near) if line else None
        made = [_offer(look, waiting) for waiting in line if look]
    return [offer for offer in made if offer]


def serve_after_booking(*, booking: int, moved: bool = False) -> None:
    """Serve the line after a booking (by id) gave something back; where it was before it ``moved`` is not known."""
    if not Waiting.objects.open().filter(site__bookings=booking).exists():
        return
    row = (
        Booking.objects.select_related("site", "offer")
        .prefetch_related("places__space__cells")
        .get(pk=booking)
    )
    serve_waiting(site=row.site, near=None if moved else _near(row))


def serve_after_visit(*, visit: int, moved: bool = False) -> None:
    """Serve the line after a visit (by id) gave seats back; where it was before it ``moved`` is not known."""
    row = Visit.objects.select_related("site").get(pk=visit)
    if Waiting.objects.open().filter(site=row.site).exists():
        serve_waiting(site=row.site, near=None if moved else queries.Near(*_days(row)))


def withdraw_offer(*, booking: Booking, at: datetime) -> None:
    """Take an offered place back because it cannot be; who was first in line waits on."""
    with transaction.atomic():
        offer = booking.offer
        offer.lapsed_at = booking.declined_at = at
        offer.save(update_fields=["lapsed_at"])
        give_back(booking)
        booking.save(update_fields=["hold", "declined_at"])
        announce(OfferLapsed(by=None, offer=offer.pk))


class Judge:
    """Says whether somebody may book what was found; what takes a query is asked once."""

    def __init__(self, person: Person, look: queries.Look) -> None:
        """Judge for a person, during a look at a site."""
        self.person, self.look = person, look
        self._for_her: dict[tuple[date, int], str] = {}
        self._enough: dict[int, str] = {}

    def why_not(self, wish: BookingWish) -> rules.Refusal | None:
        """Say why a wish for one place cannot be hers, whether it is free or not."""
        site, opening = self.look.site, self.look.opening(wish)
        mark = opening.date, wish.places[0].space.pk
        if mark not in self._for_her:
            self._for_her[mark] = rules.why_not_booker(self.person, site, wish)
        if self._for_her[mark]:
            return rules.Refusal(self._for_her[mark])
        return rules.why_not_booking(site, wish, opening, self.look.at)

    def why_not_more(self, policy: Policy) -> str:
        """Say why she may not have one more booking under a policy; an offer that she has counts as one."""
        if policy.pk not in self._enough:
            ahead = queries.bookings_ahead(policy, self.person, self.look.at)
            self._enough[policy.pk] = rules.why_not_more(policy, *ahead)
        return self._enough[policy.pk]


def why_passed_over(waiting: Waiting, at: datetime) -> str:
    """Say why somebody in line would be passed over now, whatever is free; "" when she would not."""
    places = queries.places_that_do(waiting.site, queries.waited_for(waiting))
    policies = {place.space.policy_id: place.space.policy for place in places}
    whys = [
        rules.why_not_more(policy, *queries.bookings_ahead(policy, waiting.person, at))
        for policy in policies.values()
    ]
    return whys[0] if whys and all(whys) else ""


def first_fit(look: queries.Look, waiting: Waiting) -> Fit | None:
    """Claim the first place that fits somebody in line and that she may book; None when there is none."""
    wish, judge = queries.waited_for(waiting), Judge(waiting.person, look)
    places = [place for place in look.places(wish) if not judge.why_not_more(place.space.policy)]
    for found in look.free(wish, places):
        if judge.why_not(found) or queries.was_declined(waiting, found.places[0], found.start, found.end):
            continue
        held = _hold(look.site, found)
        if held:
            return found, held
    return None


def answer_due(start: datetime, at: datetime) -> datetime:
    """Tell until when an offer stands: half of the time until it begins, from a quarter of an hour to four hours."""
    return at + max(SHORTEST_ANSWER, min(LONGEST_ANSWER, (start - at) / 2))


def _offer(look: queries.Look, waiting: Waiting) -> Offer | None:
    fit, at = first_fit(look, waiting), look.at
    if fit is None:
        return None
    wish, held = fit
    look.forget()
    booking = _write(look.site, waiting, wish, held, at)
    offer = Offer.objects.create(
        waiting=waiting, booking=booking, made_at=at, answer_due_at=answer_due(wish.start, at)
    )
    announce(OfferMade(by=None, offer=offer.pk))
    return offer


def _write(site: Site, waiting: Waiting, wish: BookingWish, held: holding.Held, at: datetime) -> Booking:
    person = waiting.person
    booking = Booking.objects.create(
        site=site, person=person, organisation=person.organisation, hold=held.hold,
        starts_at=wish.start, ends_at=wish.end, people=wish.people, title=wish.title, made_at=at,
    )  # fmt: skip
    for place in held.places:
        place.booking = booking
    BookedSpace.objects.bulk_create(held.places)
    return booking


def _near(booking: Booking) -> queries.Near:
    """Tell what a booking gave back: the days, and the cells of its spaces (any, when it had further seats)."""
    cells = queries.cells_of(place.space for place in booking.places.all())
    return queries.Near(*_days(booking), None if booking.extra_seats else frozenset(cells))


def _days(row: Booking | Visit) -> tuple[date, date]:
    zone = row.site.zone
    return row.starts_at.astimezone(zone).date(), row.ends_at.astimezone(zone).date()


def _hold(site: Site, wish: BookingWish) -> holding.Held | None:
    try:
        with transaction.atomic():
            return holding.hold_places(site, wish)
    except holding.Taken:
        return None
