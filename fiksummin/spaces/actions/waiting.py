"""The waiting list: somebody asks, a free place is offered to the first in line, she answers in time or not.

All of it stands in the order of the site (``claims.choose_in_order``), so each
freed place is offered once, to the first whose wish it fits. Whatever frees a
place announces a fact, and ``reactions`` has the line served in the same
transaction: nobody else sees the place free before.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.actions.bookings import give_back
from fiksummin.spaces.actions.serving import Judge, first_fit, serve_waiting
from fiksummin.spaces.choices import Approval, WaitingEnd
from fiksummin.spaces.facts import (
    BookingMade,
    OfferAccepted,
    OfferDeclined,
    OfferLapsed,
    QueueJoined,
    QueueLeft,
    WaitingCalledOff,
    WaitingPassed,
)
from fiksummin.spaces.models import Booking, Offer, Site, Space, Waiting
from fiksummin.spaces.queries.wishes import Answer, WaitingWish


def ask_for_place(*, by: Person, site: Site, wish: WaitingWish, at: datetime | None = None) -> Waiting:
    """Wait for a place. Raises Invalid (with its field), NotAllowed, and Conflict with an Answer when it is free."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(site)
        look = queries.Look(site, at)
        _refuse_wish(by, wish, look)
        waiting = Waiting.objects.create(
            site=site, person=by, space=wish.space, layout=wish.layout,
            window_starts_at=wish.start, window_ends_at=wish.end, minutes=wish.minutes, people=wish.people,
            day_from=wish.day_from, day_until=wish.day_until, features=sorted(set(wish.features)),
            title=wish.title.strip(), asked_at=at,
        )  # fmt: skip
        _refuse_free(look, waiting)
        announce(QueueJoined(by=by.pk, waiting=waiting.pk))
    return waiting


def leave_queue(*, by: Person, waiting: Waiting, at: datetime | None = None) -> Waiting:
    """Wait no longer; a place that is offered goes to the next. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(waiting.site)
        waiting = (
            Waiting.objects.select_for_update(no_key=True, of=("self",))
            .select_related("site")
            .get(pk=waiting.pk)
        )
        refuse_if(rules.why_not_leave_queue(waiting, by))
        _end(waiting, WaitingEnd.LEFT, at)
        announce(QueueLeft(by=by.pk, waiting=waiting.pk))
        for offer in waiting.offers.open():
            _turn_down(by, _locked(offer), at)
    return waiting


def accept_offer(*, by: Person, offer: Offer, at: datetime | None = None) -> Booking:
    """Take an offered place: it becomes an ordinary booking, which waits for an approval where one is needed.

    Raises NotAllowed: answered before, or too late.
    """
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(offer.booking.site)
        offer = _locked(offer)
        refuse_if(rules.why_not_answer_offer(offer, by, at))
        offer.accepted_at = at
        offer.save(update_fields=["accepted_at"])
        _end(offer.waiting, WaitingEnd.ACCEPTED, at)
        booking = offer.booking
        booking.made_at, booking.made_by, booking.answer_due_at = at, by, _approval_due(booking, at)
        booking.save(update_fields=["made_at", "made_by", "answer_due_at"])
        announce(OfferAccepted(by=by.pk, offer=offer.pk))
        announce(BookingMade(by=by.pk, booking=booking.pk, sequence=booking.sequence))
    return booking


def decline_offer(*, by: Person, offer: Offer, stay: bool = False, at: datetime | None = None) -> Offer:
    """Let an offered place go to the next. With ``stay`` she waits on for another. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(offer.booking.site)
        offer = _locked(offer)
        refuse_if(rules.why_not_answer_offer(offer, by, at))
        if not stay or offer.waiting.is_exact:
            _end(offer.waiting, WaitingEnd.DECLINED, at)
        _turn_down(by, offer, at)
    return offer


def lapse_offers(*, at: datetime) -> int:
    """Give the places back that nobody took in time, to the next in line; doing it again changes nothing."""
    due = Offer.objects.open().filter(answer_due_at__lte=at).select_related("booking__site")
    rows = list(due.order_by("booking__site_id", "pk"))
    return sum(_lapse(offer, at) for offer in rows)


def end_waiting(*, at: datetime) -> int:
    """End the waiting of those for whom the time has passed; doing it again changes nothing."""
    over = [waiting for waiting in queries.passed(at) if queries.is_over(waiting, at)]
    return sum(_pass(waiting, at) for waiting in over)


def call_off_waiting(*, by: Person, space: Space, at: datetime) -> int:
    """End the waiting for a space that is taken out of use, in its transaction; each hears what else there is."""
    rows = list(Waiting.objects.open().filter(space=space))
    for waiting in rows:
        _end(waiting, WaitingEnd.RETIRED, at)
        announce(WaitingCalledOff(by=by.pk, waiting=waiting.pk))
    return len(rows)


def serve_all(*, at: datetime) -> int:
    """Serve every line: hours, rules and quotas change without anybody giving a place back."""
    sites = Site.objects.filter(waitings__in=Waiting.objects.open()).order_by("pk").distinct()
    return sum(len(serve_waiting(site=site, at=at)) for site in sites)


def forget_waiting(*, at: datetime) -> int:
    """Forget those who wait no longer after the days for which the site keeps bookings."""
    count = 0
    for site in Site.objects.order_by("pk"):
        with transaction.atomic():
            old = Waiting.objects.filter(site=site, ended_at__lt=at - timedelta(days=site.keep_bookings_days))
            Booking.objects.filter(offer__waiting__in=old, offer__accepted_at=None).delete()
            count += old.delete()[0]
    return count


def _refuse_wish(person: Person, wish: WaitingWish, look: queries.Look) -> None:
    site = look.site
    refusal = rules.why_not_wait(site, wish, look.at)
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
    own = Waiting.objects.open().filter(person=person)
    refuse_if(rules.why_not_wait_more(own.count()))
    same = {"space": wish.space, "layout": wish.layout, "minutes": wish.minutes, "people": wish.people}
    if own.filter(site=site, window_starts_at=wish.start, window_ends_at=wish.end, **same).exists():
        raise Invalid(_("You wait for this already."), "day")
    _refuse_hopeless(person, wish, look)


def _refuse_hopeless(person: Person, wish: WaitingWish, look: queries.Look) -> None:
    """Refuse what would not be possible even if nobody had booked anything."""
    places = look.places(wish)
    if not places:
        raise Invalid(_("No space here has room for so many with all that you want."), "people")
    judge, first = Judge(person, look), rules.Refusal("")
    for possible in look.possible(wish, places):
        why = judge.why_not(possible)
        if why is None:
            return
        first = first if first.sentence else why
    if not first.sentence:
        raise Invalid(_("The site is not open for so long within that time."), "day")
    raise Invalid(first.sentence, first.field)


def _refuse_free(look: queries.Look, waiting: Waiting) -> None:
    prefetch_related_objects([waiting], "offers__booking__places")
    found = first_fit(look, waiting)
    if found is not None:
        wish, _held = found  # given back with all that this transaction wrote
        answer = Answer(wish.places, wish.start, wish.end)
        raise Conflict(_("There is a free place that fits. Book it."), [answer])


def _end(waiting: Waiting, why: WaitingEnd, at: datetime) -> None:
    if waiting.ended_at is None:
        waiting.ended_at, waiting.reason = at, why
        waiting.save(update_fields=["ended_at", "reason"])


def _turn_down(by: Person, offer: Offer, at: datetime) -> None:
    offer.declined_at = at
    offer.save(update_fields=["declined_at"])
    _take_back(offer.booking, at)
    announce(OfferDeclined(by=by.pk, offer=offer.pk))


def _take_back(booking: Booking, at: datetime) -> None:
    give_back(booking)
    booking.declined_at = at
    booking.save(update_fields=["hold", "declined_at"])


def _lapse(offer: Offer, at: datetime) -> int:
    with transaction.atomic():
        claims.choose_in_order(offer.booking.site)
        offer = _locked(offer)
        if not offer.is_open:
            return 0
        offer.lapsed_at = at
        offer.save(update_fields=["lapsed_at"])
        _end(offer.waiting, WaitingEnd.LAPSED, at)
        _take_back(offer.booking, at)
        announce(OfferLapsed(by=None, offer=offer.pk))
    return 1


def _pass(waiting: Waiting, at: datetime) -> int:
    with transaction.atomic():
        claims.choose_in_order(waiting.site)
        row = queries.passed(at).filter(pk=waiting.pk).first()
        if row is None:
            return 0
        _end(row, WaitingEnd.PASSED, at)
        announce(WaitingPassed(by=None, waiting=row.pk))
    return 1


def _approval_due(booking: Booking, at: datetime) -> datetime | None:
    """Tell by when an approval is due, where a policy wants one; the place stays held meanwhile."""
    asks = [
        place.space.policy for place in booking.places.all() if place.space.policy.approval != Approval.NONE
    ]
    return at + timedelta(hours=min(policy.answer_hours for policy in asks)) if asks else None


def _locked(offer: Offer) -> Offer:
    """Read an offer anew, with all that it holds, and keep others from it until the end of the transaction."""
    rows = Offer.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "waiting", "booking__site", "booking__hold"
    )
    return rows.prefetch_related("booking__places__space__cells", "booking__places__space__policy").get(
        pk=offer.pk
    )
