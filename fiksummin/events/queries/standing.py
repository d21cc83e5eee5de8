"""Who has a place, who waits and at which place in line."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from fiksummin.core.db.questions import Question
from fiksummin.events.models import Event, Registration
from fiksummin.events.models.event import surely_for
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.people.models import Person

MOST_NAMED = 5


def _ahead(event: int, mode: str, at: datetime, number: int) -> QuerySet[Registration, int]:
    line = Registration.objects.filter(event=event).queued(mode)
    earlier = Q(queued_at__lt=at) | Q(queued_at=at, pk__lt=number)
    return _counted(line.filter(Q(has_priority=True) | Q(rank__isnull=False) | earlier))


def _until(event: int, mode: str, at: datetime) -> QuerySet[Registration, int]:
    return _counted(
        Registration.objects.standing().filter(event=event, mode=mode, pool=None, queued_at__lte=at)
    )


def _counted(rows: RegistrationQuerySet) -> QuerySet[Registration, int]:
    by_one = rows.order_by().annotate(one=Value(1)).values("one")
    return by_one.annotate(count=Count("*")).values_list("count", flat=True)


_AHEAD = Question(_ahead)
_UNTIL = Question(_until)
"""Who stands in a plain line up to a moment: an index alone tells."""
_EVENT = Question(lambda pk: Event.objects.filter(pk=pk).only("published_at", "audience").order_by("pk"))
_OWN = Question(
    lambda event, person, email: (
        Registration.objects.standing()
        .filter(event=event)
        .at_address(person, email)
        .select_related("event", "pool")
        .order_by("pk")
    )
)


def position(registration: Registration) -> int:
    """Give somebody's place in line, 1 for the first; 0 when she does not wait. At most one query (bring ``pool``)."""
    if registration.ended_at or registration.holds == registration.mode:
        return 0
    if registration.rank is None and not registration.has_priority:
        place = {
            "event": registration.event_id,
            "mode": registration.mode,
            "at": registration.queued_at,
        }
        if registration.event.has_plain_line:
            return sum(_UNTIL(**place))
        return sum(_AHEAD(**place, number=registration.pk)) + 1
    line = Registration.objects.filter(event=registration.event_id).queued(registration.mode)
    return line.filter(_ahead_of(registration)).order_by().count() + 1


def positions(registrations: Iterable[Registration]) -> dict[int, int]:
    """Give the places in line of those who wait, by registration; one query."""
    rows = list(registrations)
    turn = Window(RowNumber(), partition_by=["event", "mode"], order_by=RegistrationQuerySet.TURN)
    waiting = Registration.objects.filter(event__in={row.event_id for row in rows}).waiting()
    placed = waiting.order_by().annotate(turn=turn).filter(pk__in=[row.pk for row in rows])
    return dict(placed.values_list("pk", "turn"))


def _ahead_of(registration: Registration) -> Q:
    """Say who comes before somebody, in the order of ``in_line``."""
    if registration.rank is not None:
        before = Q(rank__lt=registration.rank)
    else:
        at = registration.queued_at
        before = Q(rank__isnull=False) | Q(queued_at__lt=at) | Q(queued_at=at, pk__lt=registration.pk)
    if registration.has_priority:
        return Q(has_priority=True) & before
    return Q(has_priority=True) | before


def seen_by(person: Person, number: int) -> Event | None:
    """Give an event that a person may know of; cheaply where it is surely for her, as in a rush."""
    row = next(iter(_EVENT(pk=number)), None)
    if row is None or surely_for(row, person):
        return row
    return Event.objects.visible_to(person).filter(pk=number).first()


def last_in(event: Event, mode: str, places: int) -> list[str]:
    """Name those who got a place last, the latest first: at most five of them, and not more than hold ``places``."""
    held = Registration.objects.standing().filter(event=event, pool__mode=mode).select_related("person")
    names: list[str] = []
    for row in held.order_by(F("confirmed_at").desc(nulls_first=True), "-pk")[:MOST_NAMED]:
        if places <= 0:
            break
        names += [row.who] if row.who else []
        places -= row.people
    return names


def is_full(event: Event) -> bool:
    """Say whether nobody gets a place at once (prefetched ``pools`` are used)."""
    return all(pool.free <= 0 for pool in event.pools.all())


def has_registrations(event: Event) -> bool:
    """Say whether anybody has a place at an event or stands in line."""
    return Registration.objects.standing().filter(event=event).exists()


def standing_of(event: Event, person: Person) -> Registration | None:
    """Give a person's own registration to an event, by her account or as a guest at its address, if she has one."""
    return next(iter(_OWN(event=event.pk, person=person.pk, email=person.email or "")), None)


def standing_at_address(event: Event, email: str) -> Registration | None:
    """Give the registration of whoever has an address (in small letters), as ``standing_of`` does."""
    account = Person.objects.get_queryset().filter(email=email).values_list("pk", flat=True).first()
    return next(iter(_OWN(event=event.pk, person=account or 0, email=email)), None)
