"""Who is expected at a door, who is there, and what the presses add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.events.choices import Mode, PressKind
from fiksummin.events.models import Event, Press, Registration
from fiksummin.events.models.places import RegistrationQuerySet

MOST_ROWS = 1000
"""Registrations on one page: what a phone draws without waiting. The rest is found by searching."""


@dataclass(frozen=True)
class Seat:
    """One of the people of a registration: whoever registered, or one of those she brings along."""

    number: int
    name: str
    arrived_at: datetime | None


@dataclass(frozen=True)
class DoorRow:
    """A registration at the door."""

    registration: Registration
    name: str
    seats: tuple[Seat, ...]

    @property
    def here(self) -> int:
        """How many of them are there."""
        return sum(seat.arrived_at is not None for seat in self.seats)

    @property
    def words(self) -> str:
        """What it is found by, in small letters."""
        body = self.registration.organisation
        names = " ".join(seat.name for seat in self.seats)
        return f"{names} {body or ''} {self.registration.pk}".casefold()


@dataclass(frozen=True)
class DoorList:
    """The rows asked for, and how many people are expected and there in all."""

    rows: list[DoorRow]
    expected: int
    here: int
    left_out: int = 0


def seats_here(presses: Iterable[Press]) -> dict[int, Press]:
    """Count presses in the order of their moments: the first that received a seat, unless it was taken back since."""
    here: dict[int, Press] = {}
    for press in sorted(presses, key=lambda row: (row.pressed_at, row.kind, row.key)):
        for seat in press.seats:
            if press.kind == PressKind.RECEIVED:
                here.setdefault(seat, press)
            else:
                here.pop(seat, None)
    return here


def at_door(event: Event) -> RegistrationQuerySet:
    """Give those who have a place on site, with all that the door says of them."""
    rows = Registration.objects.filter(event=event, pool__mode=Mode.ON_SITE).with_place()
    return rows.select_related("person", "organisation", "pool", "event__site").prefetch_related(
        "companions", "presses"
    )


def door_list(event: Event, sought: str = "") -> DoorList:
    """Give who is expected at the door by name, those only who match all words ``sought``."""
    rows = sorted(map(door_row, at_door(event)), key=lambda row: (row.name.casefold(), row.registration.pk))
    words = sought.casefold().split()
    found = [row for row in rows if all(word in row.words for word in words)]
    expected = sum(len(row.seats) for row in rows)
    here = sum(row.here for row in rows)
    return DoorList(found[:MOST_ROWS], expected, here, max(0, len(found) - MOST_ROWS))


def door_row(registration: Registration) -> DoorRow:
    """Tell one registration seat by seat (prefetched ``companions`` and ``presses`` are used)."""
    here = seats_here(registration.presses.all())
    name = registration.who or _("Without a name")
    names = [name, *(companion.name for companion in registration.companions.all())]
    seats = tuple(
        Seat(
            number,
            names[number] if number < len(names) else _("Companion %(number)d") % {"number": number},
            here[number].pressed_at if number in here else None,
        )
        for number in range(registration.people)
    )
    return DoorRow(registration, name, seats)


def missed(event: Event) -> int:
    """Count the people who had a place on site and did not come; nobody is named."""
    held = Registration.objects.filter(event=event, pool__mode=Mode.ON_SITE).with_place()
    return sum(people - arrived for people, arrived in held.values_list("people", "arrived"))


def named_like(event: Event, name: str) -> Registration | None:
    """Find somebody at the door by exactly this name, however written: with a place on site, alone or along."""
    wanted = " ".join(name.casefold().split())
    if not wanted:
        return None
    for row in at_door(event):
        names = [row.who, *(companion.name for companion in row.companions.all())]
        if any(" ".join(each.casefold().split()) == wanted for each in names):
            return row
    return None
