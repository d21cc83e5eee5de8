"""Queues, offers and doors in the town: at noon, in rooms of their own."""

from datetime import time, timedelta

from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Offer, Site, Space
from tests.factories import people as make_people
from tests.factories import spaces as make
from tests.factories.waiting import exact, offer_of, waiting, within

LATER = 12
"""Days until what is offered begins."""


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    house = _house(people["owner"])
    member, other, colleague = people["member"], people["outsider"], people["colleague"]
    taken, given, refused, here, busy, free = (_room(house, number) for number in range(1, 7))
    make.booking(other, taken)
    waiting(colleague, exact(taken))
    row = waiting(member, exact(taken, title="Sprintin suunnittelu"))
    left = actions.leave_queue(by=member, waiting=waiting(member, exact(taken, "10:00", "11:00")))
    offer, gone = (_offer(member, other, room) for room in (given, refused))
    actions.decline_offer(by=member, offer=gone)
    mine = _now(member, here, title="Palaveri")
    _now(colleague, busy, title="Salainen")
    code = queries.code_of(free)
    free.code_version = 0
    return {
        "queue_house": house.slug,
        "waiting": str(row.pk),
        "left": str(left.pk),
        "offer": str(offer.pk),
        "declined": str(gone.pk),
        "wish_offer": str(_wish_offer(member, other, house).pk),
        "here": str(mine.pk),
        "code_here": queries.code_of(here),
        "code_busy": queries.code_of(busy),
        "code_free": code,
        "code_old": queries.code_of(free),
        "coded": str(here.pk),
        "taken": str(taken.pk),
        "free": str(free.pk),
    }


def _house(owner: Person) -> Site:
    """A house where it is noon of an open day, whenever the tests run."""
    house = make.site("jonotalo", seats=2, timezone=f"Etc/GMT{now().hour - 12:+d}", name_fi="Jonotalo")
    actions.set_special_day(
        by=owner, site=house, day=today(house.zone), opens=time(7), closes=time(20),
        reason={"fi": "Auki tänään", "sv": "Öppet i dag", "en": "Open today"},
    )  # fmt: skip
    return house


def _room(house: Site, number: int) -> Space:
    return make.space(house, seats=4 + number, name=f"Huone {number}", features=("wall",), grace_minutes=15)


def _offer(member: Person, other: Person, room: Space) -> Offer:
    made = make.booking(other, room, after=LATER)
    row = waiting(member, exact(room, after=LATER))
    actions.cancel_booking(by=other, booking=made)
    Offer.objects.filter(waiting=row).update(answer_due_at=made.starts_at)  # also when the clock is moved
    found = offer_of(row)
    assert found is not None
    return found


def _wish_offer(member: Person, other: Person, house: Site) -> Offer:
    room = make.space(house, seats=40, name="Iso huone")
    made = make.booking(other, room, start="7:00", end="20:00", after=LATER)
    row = waiting(member, within(house, people=40, day=make.open_day(house, LATER)), house)
    actions.cancel_booking(by=other, booking=made)
    Offer.objects.filter(waiting=row).update(answer_due_at=made.starts_at)  # also when the clock is moved
    found = offer_of(row)
    assert found is not None
    return found


def _now(person: Person, room: Space, title: str) -> Booking:
    start = now().replace(second=0, microsecond=0) - timedelta(minutes=5)
    wish = queries.BookingWish((queries.Place(room),), start, start + timedelta(hours=2), title=title)
    return actions.book(by=person, site=room.site, wish=wish)


def more(town_names: dict[str, str], member: Person) -> None:
    """Two more queues of the member, for what somebody took after the moment that it is now."""
    room = Space.objects.select_related("site").get(pk=town_names["taken"])
    after = (make.open_day(room.site) - today(room.site.zone)).days + 1
    make.booking(make_people.person(), room, after=after)
    for start, end in (("9:00", "9:30"), ("11:00", "12:00")):
        waiting(member, exact(room, start, end, after=after))
