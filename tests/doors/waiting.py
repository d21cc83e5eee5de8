"""A queue with somebody in it, an offer, a booking that has begun, one that nobody came to, a code on a door."""

from typing import Any

from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Site
from tests.factories import spaces
from tests.factories.waiting import exact, offer_of, waiting

TITLE = "kanaria-jono"
BEGUN = "kanaria-huone"


def things(people: dict[str, Person], site: Site) -> dict[str, Any]:
    """Make them, in rooms of their own; give each by its name in addresses."""
    member, other = people["member"], people["outsider"]
    rooms = [spaces.space(site, name=f"Huone {number}") for number in range(4)]
    spaces.booking(other, rooms[0])
    row = waiting(member, exact(rooms[0], title=TITLE))
    taken = spaces.booking(other, rooms[1])
    offered = waiting(member, exact(rooms[1]))
    actions.cancel_booking(by=other, booking=taken)
    offer = offer_of(offered)
    assert offer is not None
    begun = _now(member, rooms[2], title=BEGUN)
    missed = _now(member, rooms[3])
    Booking.objects.filter(pk=missed.pk).update(released_at=now())
    code = queries.code_of(rooms[2])
    rooms[2].code_version = 0
    return {
        "waiting": row.pk,
        "offer": offer.pk,
        "begun": begun.pk,
        "missed": missed.pk,
        "coded": rooms[2].pk,
        "code": code,
        "old_code": queries.code_of(rooms[2]),
        "forged_code": f"{code[:-1]}{'A' if code[-1] != 'A' else 'B'}",
    }


def _now(person: Person, room: Any, title: str = "") -> Booking:
    start, end = (spaces.at(room.site, today(), clock) for clock in ("9:45", "11:00"))
    wish = queries.BookingWish((queries.Place(room),), start, end, title=title)
    return actions.book(by=person, site=room.site, wish=wish)
