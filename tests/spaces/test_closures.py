"""A place is shut for a period: what cannot be is called off with its reason, and opening restores everything."""

import re
from datetime import time, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from fiksummin.core import worker
from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.time import day_bounds, moment
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Claim, Closure, Hold, Site, Space, SpecialDay, Visit
from fiksummin.spaces.queries import BookingWish, Closing, Place
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.personas import other_site
from tests.postbox import Postbox

WHY = {"fi": "Lattia hiotaan", "sv": "Golvet slipas", "en": ""}


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


def shut(
    cast: Cast, site: Site, *, space: Space | None = None, start: str = "0:00", end: str = "", days: int = 1
) -> Closure:
    day = spaces.open_day(site)
    first = spaces.at(site, day, start)
    last = spaces.at(site, day, end) if end else moment(day + timedelta(days=days), time(), site.zone)
    return actions.close_place(by=cast.manager, site=site, closing=Closing(space, first, last, WHY))


def test_a_site_is_shut_and_opened(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    booking, visit = spaces.booking(cast.member, room), spaces.visit(cast.colleague, site)
    later = spaces.booking(cast.member, room, after=20)
    closure = shut(cast, site)
    for gone in (booking, visit):
        gone.refresh_from_db()
        assert gone.cancelled_by == cast.manager
    later.refresh_from_db()
    assert later.cancelled_at is None
    day = closure.starts_at.astimezone(site.zone).date()
    opening = queries.opening(site, day)
    assert (opening.is_open, opening.reason) == (False, "Lattia hiotaan")
    start = spaces.at(site, day, "9:00")
    wish = BookingWish((Place(room),), start, start + timedelta(hours=1))
    with pytest.raises(Invalid):
        actions.book(by=cast.member, site=site, wish=wish)
    actions.reopen_place(by=cast.manager, closure=closure)
    assert queries.opening(site, day).is_open
    assert spaces.booking(cast.member, room).pk
    assert SpecialDay.objects.filter(site=site).count() == 0


def test_one_space_is_shut_and_those_that_share_its_parts(cast: Cast, site: Site) -> None:
    hall = spaces.hall(site)
    kept, gone = spaces.booking(cast.member, hall["C"]), spaces.booking(cast.member, hall["AB"])
    visit = spaces.visit(cast.colleague, site)
    shut(cast, site, space=hall["A"])
    kept.refresh_from_db()
    gone.refresh_from_db()
    visit.refresh_from_db()
    assert (kept.cancelled_at, bool(gone.cancelled_at), visit.cancelled_at) == (None, True, None)
    for name in ("A", "AB", "ABC"):
        with pytest.raises(Conflict):
            spaces.booking(cast.member, hall[name], start="13:00", end="14:00")


def test_the_database_itself_keeps_a_shut_place(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    closure = shut(cast, site, space=room)
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(
            hold=Hold.objects.create(),
            cell=room.cells.get(),
            starts_at=closure.starts_at + timedelta(hours=9),
            ends_at=closure.starts_at + timedelta(hours=10),
        )


def test_a_part_of_a_day(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    morning = spaces.booking(cast.member, room, start="9:00", end="10:00")
    evening = spaces.booking(cast.colleague, room, start="17:00", end="18:00")
    closure = shut(cast, site, start="14:00")
    morning.refresh_from_db()
    evening.refresh_from_db()
    assert (morning.cancelled_at, bool(evening.cancelled_at)) == (None, True)
    opening = queries.opening(site, closure.starts_at.astimezone(site.zone).date())
    assert opening.closes_at == closure.starts_at


def test_what_is_over_keeps_nothing_of_today_open(cast: Cast, site: Site) -> None:
    """Today is shut at noon for the whole day: the morning stays as it was, also where its buffer goes on."""
    for name in ("Kallio", "Meri", "Saari"):
        spaces.space(site, name=name)
    Space.objects.update(buffer_minutes=30)
    rooms = Space.objects.order_by("pk")
    over, left, on = (
        spaces.booking(cast.member, room, end=end)
        for room, end in zip(rooms, ("12:00", "14:00", "14:00"), strict=True)
    )
    gone = spaces.visit(cast.colleague, site, end="11:00")
    day = over.starts_at.astimezone(site.zone).date()
    actions.check_in_booking(by=cast.member, booking=left, at=left.starts_at)
    noon = spaces.at(site, day, "12:00")
    actions.leave_booking(by=cast.member, booking=left, at=noon)
    at = noon + timedelta(minutes=5)
    closing = Closing(None, *day_bounds(day, site.zone), WHY)
    found = queries.affected(site, closing, at)
    assert (found.bookings, found.visits) == ([on], [])
    closure = actions.close_place(by=cast.manager, site=site, closing=closing, at=at)
    for row, stands in ((over, True), (left, True), (on, False), (gone, True)):
        row.refresh_from_db()
        assert (row.cancelled_at is None) is stands
    assert closure.hold is not None
    assert {claim.starts_at for claim in closure.hold.claims.all()} == {at}
    for row in (over, left):
        assert row.hold is not None
        assert {(claim.starts_at, claim.ends_at) for claim in row.hold.claims.all()} == {(row.starts_at, at)}
    assert not queries.opening(site, day).is_open


def test_the_page_shuts_today_when_something_is_over(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    booking = spaces.booking(cast.member, room, end="12:00")
    day = booking.starts_at.astimezone(site.zone).date()
    words = {"space": str(room.pk), "first": day, "last": day} | {f"reason_{code}": "Vesi" for code in WHY}
    with time_machine.travel(booking.ends_at + timedelta(minutes=5), tick=False):
        assert signed_in(cast.manager).post(f"/fi/sites/{site.slug}/closures/new/", words).status_code == 303
    booking.refresh_from_db()
    assert (Closure.objects.get().space, booking.cancelled_at) == (room, None)


def test_an_exception_that_was_there_comes_back(cast: Cast, site: Site) -> None:
    day = spaces.open_day(site)
    actions.set_special_day(
        by=cast.manager, site=site, day=day, opens=time(10), closes=time(12), reason={"fi": "Lyhyt päivä"}
    )
    closure = actions.close_place(
        by=cast.manager,
        site=site,
        closing=Closing(
            None,
            moment(day, time(), site.zone),
            moment(day + timedelta(days=1), time(), site.zone),
            WHY,
        ),
    )
    assert not queries.opening(site, day).is_open
    actions.reopen_place(by=cast.manager, closure=closure)
    assert queries.opening(site, day).opens_at == spaces.at(site, day, "10:00")


@pytest.mark.parametrize("who", ["member", "host", "facilitator"])
def test_only_those_who_run_the_site_shut_it(cast: Cast, site: Site, who: str) -> None:
    day = spaces.open_day(site)
    start = spaces.at(site, day, "9:00")
    with pytest.raises(NotAllowed):
        actions.close_place(
            by=cast[who], site=site, closing=Closing(None, start, start + timedelta(hours=1), WHY)
        )
    assert Closure.objects.count() == 0


@pytest.mark.parametrize(
    ("when", "reason", "field"),
    [
        ((1, -1), WHY, "end"),
        ((-30, 2), WHY, "last"),
        ((1, 24 * 1000), WHY, "last"),
        ((1, 2), {"fi": " "}, "reason_fi"),
        ((1, 2), {"fi": "x" * 301}, "reason_fi"),
    ],
)
def test_what_cannot_be(
    cast: Cast, site: Site, when: tuple[int, int], reason: dict[str, str], field: str
) -> None:
    start = spaces.at(site, spaces.open_day(site), "9:00") + timedelta(days=when[0])
    end = start + timedelta(hours=when[1])
    with pytest.raises(Invalid) as refused:
        actions.close_place(by=cast.manager, site=site, closing=Closing(None, start, end, reason))
    assert refused.value.field == field


def test_opened_only_once(cast: Cast, site: Site) -> None:
    closure = shut(cast, site)
    actions.reopen_place(by=cast.manager, closure=closure)
    with pytest.raises(NotAllowed):
        actions.reopen_place(by=cast.manager, closure=closure)


def test_everybody_concerned_hears_of_it_once(cast: Cast, site: Site) -> None:
    room = spaces.space(site)
    spaces.booking(cast.member, room, start="9:00", end="10:00")
    spaces.visit(cast.colleague, site)
    shut(cast, site)
    assert Booking.objects.filter(cancelled_at=None).count() == 0
    assert Visit.objects.filter(cancelled_at=None).count() == 0
    assert {queries.closure_of(row) for row in (*Booking.objects.all(), *Visit.objects.all())} == {
        Closure.objects.get()
    }


def test_the_letter_says_why_and_what_else_there_is(cast: Cast, site: Site, postbox: Postbox) -> None:
    spaces.visit(cast.member, site)
    shut(cast, site)
    worker.drain()
    letter = next(letter for letter in postbox.got if "peruttu" in letter["Subject"])
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Lattia hiotaan" in body.get_content()
    assert f"/fi/sites/{site.slug}/visits/new/" in body.get_content()


def letters_to(postbox: Postbox, person: Person) -> list[str]:
    worker.drain()
    found = [letter for letter in postbox.got if letter["To"] == person.email]
    bodies = [letter.get_body(("plain",)) for letter in found if "peruttu" in letter["Subject"]]
    return [body.get_content() for body in bodies if body is not None]


def test_the_letter_of_a_booking_offers_what_is_near(
    cast: Cast, site: Site, postbox: Postbox, client: Client
) -> None:
    room, other = spaces.space(site, name="Kallio"), spaces.space(site, name="Meri")
    away = spaces.space(other_site(), name="Muualla")
    spaces.booking(cast.outsider, other, after=2, start="9:00", end="10:00", title="Salainen asia")
    spaces.booking(cast.member, room, people=3)
    shut(cast, site)
    (said,) = letters_to(postbox, cast.member)
    assert said.count("Lattia hiotaan") == 1
    assert "Nämä ovat sen sijaan vapaina:" in said
    assert "Kallio, " in said
    assert "Muualla, " in said
    assert "Salainen" not in said
    addresses = re.findall(r"http://localhost:8000(/fi/sites/\S+/bookings/new/\?\S+)", said)
    assert all("people=3" in address for address in addresses)
    client.force_login(cast.member)
    page = client.get(next(address for address in addresses if str(away.pk) in address))
    assert page.status_code == 200
    (compare,) = re.findall(r"http://localhost:8000(/fi/where/\S+)", said)
    assert client.get(compare).status_code == 200


def test_one_shut_room_is_named_and_another_at_that_time_offered(
    cast: Cast, site: Site, postbox: Postbox
) -> None:
    room = spaces.space(site, name="Kallio")
    spaces.space(site, name="Meri")
    spaces.booking(cast.member, room)
    shut(cast, site, space=room)
    (said,) = letters_to(postbox, cast.member)
    assert "Kallio on silloin suljettu: Lattia hiotaan" in said
    assert re.search(r"Meri, .*\s+toivomaasi aikaan", said)


def test_each_reader_is_offered_what_is_for_her(cast: Cast, site: Site, postbox: Postbox) -> None:
    """The guest sees only the place of her invitation: no other site is named to her."""
    guest = cast.guest
    guest.guest_place = site.slug
    guest.save(update_fields=["guest_place"])
    room = spaces.space(site, name="Kallio", for_guests=True)
    spaces.space(other_site(), name="Muualla", for_guests=True)
    spaces.booking(cast.guest, room)
    shut(cast, site)
    (said,) = letters_to(postbox, cast.guest)
    assert "Muualla" not in said
