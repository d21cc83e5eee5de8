"""Visits long over become counts, bookings lose their names: nobody's presence is kept, least of all for an employer."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import F, Q, QuerySet

from fiksummin.core.models import Entry, Letter
from fiksummin.spaces.facts import MemberRemoved
from fiksummin.spaces.models import BookedSpace, Booking, BookingMember, Site, Visit, VisitCount


def forget_visits(*, at: datetime) -> None:
    """Turn the visits of each site into counts after its days (fourteen, unless it says less).

    The journal forgets who announced and received them, the outbox who was written to. Doing it again changes nothing.
    """
    for site in Site.objects.all():
        with transaction.atomic():
            _forget(
                site, Visit.objects.filter(site=site, ends_at__lt=at - timedelta(days=site.keep_visits_days))
            )


def forget_bookings(*, at: datetime) -> None:
    """Take people and words off the bookings of each site after its days; the organisation stays, for counting.

    The journal forgets who made and answered them, the outbox who was written to. Doing it again changes nothing.
    """
    for site in Site.objects.all():
        old = Booking.objects.filter(site=site, ends_at__lt=at - timedelta(days=site.keep_bookings_days))
        with transaction.atomic():
            _anonymise(list(old.filter(_REMEMBERS_SOMEBODY).values_list("pk", flat=True)))


_ROLES = (
    "person",
    "made_by",
    "approved_by",
    "declined_by",
    "cancelled_by",
    "arrived_by",
    "exempted_by",
    "left_by",
)
_WORDS = ("title", "note", "reason")
_REMEMBERS_SOMEBODY = reduce(
    or_,
    [
        *(Q(**{f"{role}__isnull": False}) for role in _ROLES),
        *(~Q(**{word: ""}) for word in _WORDS),
        Q(members__isnull=False),
        Q(places__changed_over_by__isnull=False),
    ],
)


def _anonymise(bookings: Sequence[int]) -> None:
    Booking.objects.filter(pk__in=bookings).update(**dict.fromkeys(_ROLES), **dict.fromkeys(_WORDS, ""))
    BookingMember.objects.filter(booking__in=bookings).delete()
    BookedSpace.objects.filter(booking__in=bookings).update(changed_over_by=None)
    for booking in bookings:
        _forget_letters(f"booking-{booking}-")
    about = Entry.objects.filter(data__booking__in=bookings)
    about.filter(fact=MemberRemoved.name()).delete()
    about.filter(fact__startswith="spaces.").update(by=None)


def _forget_letters(first: str, *keys: str) -> None:
    """Forget that letters were sent: their keys (beginning with ``first``, or these) say who came when."""
    about = Letter.objects.filter(Q(key__startswith=first) | Q(key__in=keys))
    about.exclude(sent_at=None, given_up_at=None).delete()


def _forget(site: Site, old: QuerySet[Visit]) -> None:
    for day, people in _arrived(old, site):
        VisitCount.objects.get_or_create(site=site, date=day)
        VisitCount.objects.filter(site=site, date=day).update(
            visits=F("visits") + 1, people=F("people") + people
        )
    ids = list(old.values_list("pk", flat=True))
    Entry.objects.filter(fact__startswith="spaces.", data__visit__in=ids).update(by=None)
    for visit in old.select_related("hold").prefetch_related("messages"):
        _forget_letters(f"visit-{visit.pk}-", *(f"message-{message.pk}" for message in visit.messages.all()))
        hold = visit.hold
        visit.delete()
        if hold:
            hold.delete()


def _arrived(old: QuerySet[Visit], site: Site) -> list[tuple[date, int]]:
    came = old.exclude(arrived_at=None).values_list("starts_at", "people")
    return [(start.astimezone(site.zone).date(), people) for start, people in came]
