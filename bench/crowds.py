"""A crowd with tokens, and events for it; called within ``fiksummin manage shell``."""

from datetime import timedelta

from fiksummin.core import shown_once
from fiksummin.core.time import now
from fiksummin.events.actions import plan_event
from fiksummin.events.models import Event, EventKind, Pool
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.models import ApiToken, Person


def crowd(number: int) -> list[str]:
    """Make so many people of the administration; give the secrets of their tokens."""
    home, at = _organiser().organisation, now()
    made = Person.objects.get_queryset().bulk_create(
        Person(email=f"rush{one}@mitta.example", name=f"Rush {one}", organisation=home)
        for one in range(number)
    )
    secrets = [shown_once.make() for _person in made]
    ApiToken.objects.bulk_create(
        ApiToken(
            person=person, name="mitta", token_hash=kept, scope="write", made_at=at,
            last_used_at=at + timedelta(hours=1), expires_at=at + timedelta(days=1),
        )
        for person, (_secret, kept) in zip(made, secrets, strict=True)
    )  # fmt: skip
    return [secret for secret, _kept in secrets]


def event(places: int) -> int:
    """Plan an event of so many places, open now."""
    return plan_event(by=_organiser(), wish=_wish(places), publish=True).pk


def events(number: int) -> int:
    """Write so many events with a pool each, as fast as the database takes rows."""
    first = Event.objects.get(pk=event(20))
    rows = [
        Event(
            kind=first.kind, site=None, place=first.place, title=f"Mitta {one}", starts_at=first.starts_at + timedelta(hours=one),
            ends_at=first.ends_at + timedelta(hours=one), opens_at=first.opens_at, closes_at=first.closes_at,
            audience=first.audience, published_at=first.published_at,
        )
        for one in range(1, number)
    ]  # fmt: skip
    made = Event.objects.bulk_create(rows)
    Pool.objects.bulk_create(Pool(event=row, mode="on_site", capacity=20) for row in made)
    return len(made)


def _organiser() -> Person:
    return (
        Person.objects.get_queryset()
        .filter(guest_until=None, organisation__kind="state", is_active=True)
        .order_by("pk")[0]
    )


def _wish(places: int) -> EventWish:
    start = (now() + timedelta(days=21)).replace(minute=0, second=0, microsecond=0)
    return EventWish(
        kind=EventKind.objects.get(slug="workshop"), title="Mitta", start=start, end=start + timedelta(hours=2),
        place="Mittakatu 1", places=places,
    )  # fmt: skip
