"""Sites and visits."""

from datetime import date, datetime, time, timedelta
from itertools import count

from fiksummin.core.time import moment, now, today
from fiksummin.people.models import Person
from fiksummin.spaces import queries
from fiksummin.spaces.actions import add_shift, announce_visit, book, book_series, send_report
from fiksummin.spaces.models import (
    Booking,
    Cell,
    Changeover,
    Hours,
    Layout,
    Policy,
    Report,
    Series,
    Shift,
    Site,
    Space,
    Visit,
)
from fiksummin.spaces.queries import BookingWish, Place, Recurrence

_numbers = count(1)


def site(
    slug: str = "", *, seats: int = 10, opens: time = time(7), closes: time = time(20), **particulars: object
) -> Site:
    """A site in Helsinki, open on weekdays, with so many seats."""
    slug = slug or f"toimipiste-{next(_numbers)}"
    ordinary = {
        "street": "Esimerkkikatu 5",
        "postcode": "00100",
        "town_fi": "Helsinki",
        "town_sv": "Helsingfors",
    }
    made = Site.objects.create(slug=slug, **{"name_fi": f"Toimipiste {slug}", **ordinary, **particulars})
    Hours.objects.bulk_create(Hours(site=made, weekday=day, opens=opens, closes=closes) for day in range(5))
    Cell.objects.bulk_create(
        Cell(site=made, kind="seat", label=str(n), position=n) for n in range(1, seats + 1)
    )
    return made


def open_day(site: Site, after: int = 1) -> date:
    """Give the first day so many days from now or later on which the site is open as usual."""
    day = today(site.zone) + timedelta(days=after)
    while not (opening := queries.opening(site, day)).is_open or opening.reason:
        day += timedelta(days=1)
    return day


def at(site: Site, day: date, clock: str) -> datetime:
    """Give the moment at which the site's clock shows ``"9:00"``."""
    return moment(day, time.fromisoformat(clock.zfill(5)), site.zone)


def visit(
    person: Person, site: Site, *, day: date | None = None, start: str = "9:00", end: str = "15:00",
    people: int = 1, note: str = "",
) -> Visit:  # fmt: skip
    """Announce a visit, by the action itself; one that has begun was announced before."""
    day = day or open_day(site)
    begins = at(site, day, start)
    return announce_visit(
        by=person, site=site, start=begins, end=at(site, day, end), people=people, note=note,
        at=min(now(), begins),
    )  # fmt: skip


def space(
    site: Site, *, kind: str = "room", seats: int = 8, cells: tuple[str, ...] = (), name: str = "",
    features: tuple[str, ...] = (), layouts: dict[str, int] | None = None, **policy: object,
) -> Space:  # fmt: skip
    """A space of its own part of the site, or of the ``cells`` named; ``layouts`` maps kinds to seats."""
    name = name or f"Tila {next(_numbers)}"
    rules = Policy.objects.create(site=site, name_fi=f"Säännöt: {name}", **policy)
    made = Space.objects.create(
        site=site, kind=kind, name_fi=name, seats=seats, policy=rules, features=list(features)
    )
    labels = cells or (name,)
    made.cells.set(
        [
            Cell.objects.get_or_create(site=site, kind="part", label=label, defaults={"position": at})[0]
            for at, label in enumerate(labels)
        ]
    )
    for at, (look, places) in enumerate((layouts or {}).items()):
        Layout.objects.create(
            space=made, kind=look, seats=places, position=at, is_usual=at == 0, setup_minutes=30 if at else 0
        )
    return made


HALL_LAYOUTS = {"islands": 60, "theatre": 120, "board": 30, "lounge": 40}


def hall(site: Site) -> dict[str, Space]:
    """A hall of the parts A, B and C: each part, A+B, B+C, and the whole with four layouts; islands are usual."""
    whole = space(site, kind="hall", seats=60, cells=("A", "B", "C"), name="Sali", layouts=HALL_LAYOUTS)
    found = {"ABC": whole}
    for parts in ("A", "B", "C", "AB", "BC"):
        found[parts] = space(site, seats=20 * len(parts), cells=tuple(parts), name=f"Sali {parts}")
    looks = {layout.kind: layout for layout in whole.layouts.all()}
    for before, after, minutes in (("theatre", "islands", 60), ("board", "lounge", 20)):
        Changeover.objects.create(before=looks[before], after=looks[after], minutes=minutes)
    return found


def series(person: Person, space: Space, *, count: int = 3, title: str = "") -> Series:
    """Book a space in the person's name every week, by the action itself."""
    day = open_day(space.site)
    wish = BookingWish(
        (Place(space),), at(space.site, day, "9:00"), at(space.site, day, "11:00"), title=title
    )
    rule = Recurrence("weekly", day, time(9), time(11), count=count)
    return book_series(by=person, site=space.site, rule=rule, wish=wish)


def booking(
    person: Person, *wanted: Space, layout: Layout | None = None, after: int = 1, start: str = "9:00",
    end: str = "12:00", people: int = 1, title: str = "", note: str = "", for_: Person | None = None,
    members: tuple[Person, ...] | list[Person] = (),
) -> Booking:  # fmt: skip
    """Book spaces in the person's name, by the action itself, on the first open day ``after`` so many days."""
    home = wanted[0].site
    day = open_day(home, after)
    places = tuple(Place(space, layout) for space in wanted)
    wish = BookingWish(places, at(home, day, start), at(home, day, end), people, title=title, note=note)
    return book(by=person, site=home, wish=wish, person=for_, members=members)


def shift(
    host: Person, site: Site, *, day: date | None = None, start: str = "9:00", end: str = "15:00"
) -> Shift:
    """Put a host on the roster today (or on a day), by the action itself."""
    day = day or today(site.zone)
    return add_shift(by=host, site=site, person=host, start=at(site, day, start), end=at(site, day, end))


def report(
    site: Site, person: Person | None = None, *, kind: str = "fault", text: str = "Lamppu vilkkuu"
) -> Report:
    """Tell the hosts of a fault (or ask for help), by the action itself."""
    return send_report(by=person, site=site, kind=kind, text=text)
