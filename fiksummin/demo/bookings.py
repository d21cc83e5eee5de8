"""Chapters about spaces: they are entered and furnished, booked for two months, hosted, and sometimes shut."""

from datetime import date, datetime, time, timedelta

from fiksummin.core.errors import NotAllowed
from fiksummin.core.time import moment, today
from fiksummin.demo.rooms import POLICIES, ROOMS, TITLES, ZONES, Room
from fiksummin.demo.teller import Teller
from fiksummin.people.models import Person
from fiksummin.spaces import actions as spaces
from fiksummin.spaces import queries
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Booking, Cell, Site, Space
from fiksummin.spaces.queries import BookingWish, Closing, Place, Recurrence, WaitingWish

HOURS = ((8, 1), (9, 2), (9, 3), (10, 1), (12, 2), (13, 1), (13, 2), (14, 2), (15, 1))
"""Beginnings by the clock on the wall, and lengths in hours."""
MONDAY_GAP = 1
"""The weekday of next week on which nobody hosts in the afternoon."""


def furnish(teller: Teller) -> None:
    """Enter the zones, rules, spaces and furnishings of every site."""
    owner, count = teller.parts["owner"], 0
    for site in teller.places:
        rooms = ROOMS[site.slug]
        wanted = [name for name in ZONES if any(room.zone == name for room in rooms)]
        rows = [{"kind": ZONES[name][0], **_said(ZONES[name][1])} for name in wanted]
        spaces.set_zones(by=owner, site=site, zones=rows)
        zones = dict(zip(wanted, site.zones.order_by("position"), strict=True))
        policies = {
            name: spaces.add_policy(by=owner, site=site, **_said(words), **rules)
            for name, (words, rules) in POLICIES.items()
            if any(room.policy == name for room in rooms)
        }
        for place, room in enumerate(rooms):
            _enter(owner, site, room, position=place, zone=zones[room.zone], policy=policies[room.policy])
        count += len(rooms)
    teller.say(f"Spaces: {count}")


def book(teller: Teller, *, days_back: int, days_ahead: int) -> None:
    """Let the crowd book on working days, and some of them not come; the cast books series and asks for the hall."""
    made = 0
    for site in teller.places:
        rooms = [space for space in site.spaces.all() if space.policy.approval == "none"]
        for number in range(-days_back, days_ahead + 1):
            day = today(site.zone, teller.at) + timedelta(days=number)
            if queries.opening(site, day).is_open:
                made += sum(_some(teller, site, day, rooms) for _try in range(max(2, len(rooms) // 3)))
    made += _series(teller)
    made += _asked(teller)
    teller.settle()
    teller.say(f"Bookings: {made}")


def run_the_day(teller: Teller) -> None:
    """Put hosts on the roster with a gap, shut a room, tell of a fault, wait for a place."""
    site, owner, host = teller.places[0], teller.parts["owner"], teller.parts["host"]
    first = today(site.zone, teller.at)
    for number in range(14):
        day = first + timedelta(days=number)
        opening = queries.opening(site, day)
        if not opening.is_open:
            continue
        shut = time(12) if number > 6 and day.weekday() == MONDAY_GAP else time(20)
        _try_shift(teller, site, host, _at(site, day, time(7)), _at(site, day, shut))
    spaces.send_report(
        by=teller.parts["member"], site=site, kind="fault", space=_named(site, "Kaiku"),
        text="Näytön kaapeli on poikki (esimerkki).",
    )  # fmt: skip
    away = queries.next_opening(teller.places[1], teller.at + timedelta(days=12))
    if away and away.opens_at and away.closes_at:
        reason = {"fi": "Lattia hiotaan", "sv": "Golvet slipas", "en": "The floor is sanded"}
        room = _named(teller.places[1], "Ankkuri")
        closing = Closing(room, away.opens_at, away.closes_at, reason)
        spaces.close_place(by=owner, site=teller.places[1], closing=closing)
    _wait(teller, site)
    _hang(teller, site)
    teller.settle()
    teller.say("Roster, a closure, a fault, a queue, screens")


def _hang(teller: Teller, site: Site) -> None:
    """Hang a screen in the lobby and one at a door; nobody is told their addresses, but new ones can be made."""
    for name, space in (("Aulan näyttö", None), ("Kaikun ovinäyttö", _named(site, "Kaiku"))):
        spaces.make_display(by=teller.parts["owner"], site=site, name=name, space=space)


def _enter(owner: Person, site: Site, room: Room, **where: object) -> None:
    seats = [label.removeprefix("seat ") for label in room.cells if label.startswith("seat ")]
    cells = list(Cell.objects.filter(site=site, kind=CellKind.SEAT, label__in=seats))
    cells += spaces.add_parts(
        by=owner, site=site, labels=[label for label in room.cells if not label.startswith("seat ")]
    )
    plan = dict(zip(("plan_x", "plan_y", "plan_width", "plan_height"), room.plan, strict=True))
    made = spaces.add_space(
        by=owner, site=site, cells=cells, kind=room.kind, seats=room.seats, features=list(room.features),
        confidentiality=room.confidentiality, mailbox=room.mailbox, **_said(room.name), **(plan if any(room.plan) else {}), **where,
    )  # fmt: skip
    if not room.layouts:
        return
    spaces.set_layouts(by=owner, space=made, layouts=room.layouts)
    ids = {layout.kind: layout.pk for layout in made.layouts.all()}
    minutes: dict[tuple[int, int], int | None] = {
        (ids[before], ids[after]): value for (before, after), value in room.changeovers.items()
    }
    if minutes:
        spaces.set_changeovers(by=owner, space=made, minutes=minutes)


def _some(teller: Teller, site: Site, day: date, rooms: list[Space]) -> bool:
    """Book one space for a few hours; what is over was used, but for one in twelve that nobody came to."""
    hour, length = teller.random.choice(HOURS)
    space, by = teller.random.choice(rooms), teller.random.choice(teller.crowd)
    start = _at(site, day, time(hour))
    end = start + timedelta(hours=min(length, 2 if space.kind == "booth" else length))
    wish = BookingWish(
        (Place(space),), start, end, people=teller.random.randint(1, space.seats),
        title=teller.random.choice(TITLES), is_public=teller.random.random() < 0.3,
    )  # fmt: skip
    made_at = min(start - timedelta(days=teller.random.randint(1, 12)), teller.at)
    try:
        booking = spaces.book(by=by, site=site, wish=wish, at=made_at)
    except NotAllowed:
        return False
    _receive(teller, booking)
    return True


def _receive(teller: Teller, booking: Booking) -> None:
    if booking.starts_at >= teller.at:
        return
    if teller.random.random() < 0.08:
        spaces.release_no_shows(at=min(booking.starts_at + timedelta(minutes=20), teller.at))
    else:
        spaces.check_in_booking(by=teller.parts["owner"], booking=booking, at=booking.starts_at)


def _series(teller: Teller) -> int:
    """Weekly meetings of the cast and the crowd at the lab; a group of three agencies holds one together."""
    site, made = teller.places[0], 0
    members = [teller.parts["colleague"], teller.parts["outsider"]]
    rows: tuple[tuple[str, str, int, int, str, list[Person]], ...] = (
        ("member", "Kaiku", 1, 9, "Ilmiöryhmä: arjen sujuvuus", members),
        ("colleague", "Loimi", 2, 13, "Veckomöte", []),
        ("outsider", "Säie", 3, 10, "Maahanmuuton palvelupolku", []),
        ("facilitator", "Ruori", 0, 14, "Sparraus", []),
    )
    for key, name, weekday, hour, title, others in rows:
        first = today(site.zone, teller.at) + timedelta(days=2)
        first += timedelta(days=(weekday - first.weekday()) % 7)
        rule = Recurrence("weekly", first, time(hour), time(hour + 1), count=8)
        start = _at(site, first, time(hour))
        wish = BookingWish((Place(_named(site, name)),), start, start + timedelta(hours=1), 4, title)
        person = teller.parts[key]
        found = spaces.preview_series(by=person, site=site, rule=rule, wish=wish)
        only = [each.date for each in found if each.possible]
        series = spaces.book_series(by=person, site=site, rule=rule, wish=wish, only=only, members=others)
        made += series.bookings.count()
    return made


def _asked(teller: Teller) -> int:
    """The hall is asked for in three furnishings: one approved, one declined, one waits; so does the studio."""
    site, made = teller.places[0], []
    hall = _named(site, "Sali")
    for ahead, kind, key, title in (
        (9, "theatre", "member", "Valtionhallinnon työtavat digiaikaan"),
        (16, "islands", "partner", "Yhteiskehittämisen päivä"),
        (23, "lounge", "outsider", "Verkoston ilta"),
    ):
        layout = hall.layouts.get(kind=kind)
        made.append(_ask(teller, Place(hall, layout), ahead, key, title, people=30))
    made.append(_ask(teller, Place(_named(site, "Studio")), 5, "colleague", "Podcast", people=2))
    asked = [booking for booking in made if booking is not None]
    if len(asked) > 2:
        host = teller.parts["host"]
        spaces.approve_booking(by=host, booking=asked[0])
        spaces.decline_booking(by=host, booking=asked[1], reason="Sali on silloin huollossa (esimerkki).")
    return len(asked)


def _ask(teller: Teller, place: Place, ahead: int, key: str, title: str, *, people: int) -> Booking | None:
    site = place.space.site
    opening = queries.next_opening(site, teller.at + timedelta(days=ahead))
    if opening is None or opening.opens_at is None:
        return None
    start = opening.opens_at + timedelta(hours=3)
    wish = BookingWish((place,), start, start + timedelta(hours=3), people, title, is_public=True)
    return spaces.book(by=teller.parts[key], site=site, wish=wish)


def _wait(teller: Teller, site: Site) -> None:
    """The colleague waits for a room that the member has."""
    series = Booking.objects.filter(series__isnull=False, site=site, person=teller.parts["member"])
    booking = series.earliest("starts_at")
    space = _named(site, "Kaiku")
    minutes = int((booking.ends_at - booking.starts_at).total_seconds() // 60)
    wish = WaitingWish(booking.starts_at, booking.ends_at, minutes, people=4, space=space)
    spaces.ask_for_place(by=teller.parts["partner"], site=site, wish=wish)


def _try_shift(teller: Teller, site: Site, host: Person, start: datetime, end: datetime) -> None:
    try:
        spaces.add_shift(by=teller.parts["owner"], site=site, person=host, start=start, end=end)
    except NotAllowed:
        return


def _named(site: Site, name: str) -> Space:
    return site.spaces.select_related("policy").prefetch_related("cells", "layouts").get(name_fi=name)


def _at(site: Site, day: date, clock: time) -> datetime:
    return moment(day, clock, site.zone)


def _said(words: tuple[str, str, str]) -> dict[str, str]:
    return {f"name_{code}": text for code, text in zip(("fi", "sv", "en"), words, strict=True)}
