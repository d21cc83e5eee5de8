"""Those who booked come, leave early, or do not come at all; the code on the door leads there."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from fiksummin.core.errors import Conflict, NotAllowed
from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.choices import BookingState
from fiksummin.spaces.models import Booking, Claim, Offer, Site, Space, SpecialDay
from fiksummin.spaces.queries import BookingWish, Place
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.factories.waiting import exact, waiting, within
from tests.spaces.pages import forms_of, main_of, text_of

GRACE = timedelta(minutes=15)


@pytest.fixture
def site(cast: Cast) -> Iterator[Site]:
    """The lab, on the Monday before: bookings are for Tuesday the 24th."""
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Helsinki")), tick=False):
        yield cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8, name="Neuvottelu", grace_minutes=15)


@pytest.fixture
def made(cast: Cast, room: Space) -> Booking:
    """The member's, from nine to twelve."""
    return booking(cast.member, room)


def claimed(row: Booking) -> list[tuple[datetime, datetime]]:
    return list(Claim.objects.filter(hold=row.hold_id).values_list("starts_at", "ends_at"))


def facts(name: str) -> int:
    return Entry.objects.filter(fact=f"spaces.{name}").count()


# --- Coming ----------------------------------------------------------------------------------------------


def test_who_holds_it_checks_in_from_half_an_hour_before(cast: Cast, room: Space) -> None:
    row = booking(cast.member, room, members=[cast.outsider])
    early = row.starts_at - rules.EARLY_CHECK_IN
    with pytest.raises(NotAllowed):
        actions.check_in_booking(by=cast.member, booking=row, at=early - timedelta(seconds=1))
    for stranger in (cast.colleague, cast.partner):
        with pytest.raises(NotAllowed):
            actions.check_in_booking(by=stranger, booking=row, at=early)
    here = actions.check_in_booking(by=cast.outsider, booking=row, at=early)
    assert (here.arrived_by, here.state(row.starts_at)) == (cast.outsider, BookingState.HERE)
    with pytest.raises(NotAllowed):
        actions.check_in_booking(by=cast.member, booking=row, at=row.starts_at)
    assert facts("BookerArrived") == 1


def test_a_host_checks_in_and_takes_it_back(cast: Cast, made: Booking) -> None:
    actions.check_in_booking(by=cast.host, booking=made, at=made.starts_at)
    with pytest.raises(NotAllowed):
        actions.undo_booking_check_in(by=cast.member, booking=made, at=made.starts_at)
    actions.undo_booking_check_in(by=cast.host, booking=made, at=made.starts_at)
    with pytest.raises(NotAllowed):
        actions.undo_booking_check_in(by=cast.host, booking=made, at=made.starts_at)
    assert actions.release_no_shows(at=made.starts_at + GRACE) == 1


@pytest.mark.parametrize("gone", ["cancelled", "declined", "over", "left", "released", "asked"])
def test_what_does_not_stand_takes_no_arrival(cast: Cast, made: Booking, gone: str) -> None:
    moment = made.ends_at if gone == "over" else made.starts_at
    columns = {"asked": "answer_due_at", "over": "made_at"}
    Booking.objects.filter(pk=made.pk).update(hold=None, **{columns.get(gone, f"{gone}_at"): made.made_at})
    with pytest.raises(NotAllowed) as refused:
        actions.check_in_booking(by=cast.member, booking=made, at=moment)
    assert refused.value.reason
    assert facts("BookerArrived") == 0


# --- Not coming ------------------------------------------------------------------------------------------


def test_only_the_rest_is_released_and_serves_the_queue_at_once(
    cast: Cast, room: Space, made: Booking
) -> None:
    row = waiting(cast.outsider, within(room.site, "9:00", "12:00", minutes=120, space=room), room.site)
    late = made.starts_at + GRACE
    assert actions.release_no_shows(at=late - timedelta(seconds=1)) == 0
    with time_machine.travel(late, tick=False):
        assert [actions.release_no_shows(at=now()) for _again in range(2)] == [1, 0]
        made.refresh_from_db()
        assert claimed(made) == [(made.starts_at, late)]
        assert (made.released_at, made.state(now()), facts("BookingReleased")) == (
            late,
            BookingState.MISSED,
            1,
        )
        offer = Offer.objects.open().get()
        assert (offer.waiting, offer.booking.starts_at, offer.answer_due_at) == (
            row, late, late + timedelta(minutes=15),
        )  # fmt: skip
        assert made not in queries.my_bookings(cast.member, now())
        assert made in queries.my_past_bookings(cast.member, now())
        run_errands(now())
        assert (
            Letter.objects.filter(
                key__startswith=f"booking-{made.pk}-released", person=cast.member.pk
            ).count()
            == 1
        )


def test_who_waits_for_the_exact_time_gets_what_is_left_of_it(cast: Cast, room: Space, made: Booking) -> None:
    waiting(cast.outsider, exact(room))
    with time_machine.travel(made.starts_at + GRACE + timedelta(seconds=20), tick=False):
        actions.release_no_shows(at=now())
        held = Offer.objects.open().get().booking
        assert (held.starts_at, held.ends_at) == (made.starts_at + timedelta(minutes=16), made.ends_at)


def test_the_rest_is_booked_anew(cast: Cast, room: Space, made: Booking) -> None:
    with time_machine.travel(made.starts_at + GRACE, tick=False):
        actions.release_no_shows(at=now())
        again = actions.book(
            by=cast.colleague, site=room.site, wish=BookingWish((Place(room),), now(), made.ends_at)
        )
        assert again.starts_at == now()


def test_what_nobody_came_to_stands_as_it_was_furnished(cast: Cast, site: Site) -> None:
    hall = spaces.hall(site)["ABC"]
    theatre, islands = (hall.layouts.get(kind=kind) for kind in ("theatre", "islands"))
    row = booking(cast.member, hall, layout=theatre, start="9:00", end="12:00")
    with time_machine.travel(row.starts_at + timedelta(hours=1), tick=False):
        actions.leave_booking(by=cast.member, booking=row)
        wish = BookingWish((Place(hall, islands),), now() + timedelta(minutes=30), row.ends_at)
        with pytest.raises(Conflict):
            actions.book(by=cast.colleague, site=site, wish=wish)
        later = BookingWish((Place(hall, islands),), now() + timedelta(minutes=60), row.ends_at)
        assert actions.book(by=cast.colleague, site=site, wish=later).places.get().changeover_minutes == 60


def test_some_are_kept(cast: Cast, site: Site, room: Space) -> None:
    for_good = booking(cast.member, spaces.space(site, seats=4))
    both = booking(cast.member, spaces.space(site, seats=4), spaces.space(site, seats=4, grace_minutes=5))
    marked = booking(cast.member, room)
    actions.exempt_booking(by=cast.host, booking=marked, at=marked.starts_at)
    here = booking(cast.member, spaces.space(site, seats=4, grace_minutes=5))
    actions.check_in_booking(by=cast.member, booking=here, at=here.starts_at)
    asked = booking(cast.member, spaces.space(site, seats=4, grace_minutes=5, approval="holds"))
    other = spaces.space(site, seats=4, grace_minutes=15)
    with time_machine.travel(marked.starts_at - timedelta(minutes=14), tick=False):
        late = actions.book(
            by=cast.member, site=site, wish=BookingWish((Place(other),), marked.starts_at, marked.ends_at)
        )
    assert actions.release_no_shows(at=marked.starts_at + timedelta(hours=1)) == 0
    for row in (for_good, both, marked, here, asked, late):
        assert rules.why_not_release(actions.bookings.locked(row), marked.starts_at + timedelta(hours=1))
    with pytest.raises(NotAllowed):
        actions.exempt_booking(by=cast.host, booking=marked, at=marked.starts_at)
    with pytest.raises(NotAllowed):
        actions.exempt_booking(by=cast.member, booking=for_good, at=marked.starts_at)


def test_the_longest_grace_of_several_spaces_counts(cast: Cast, site: Site, room: Space) -> None:
    row = booking(cast.member, room, spaces.space(site, seats=4, grace_minutes=30))
    assert actions.release_no_shows(at=row.starts_at + timedelta(minutes=29)) == 0
    assert actions.release_no_shows(at=row.starts_at + timedelta(minutes=30)) == 1


def test_the_host_gives_the_time_back_if_it_is_still_free(cast: Cast, room: Space, made: Booking) -> None:
    before = claimed(made)
    with pytest.raises(NotAllowed):
        actions.undo_release(by=cast.host, booking=made, at=made.starts_at)
    with time_machine.travel(made.starts_at + GRACE, tick=False):
        actions.release_no_shows(at=now())
        with pytest.raises(NotAllowed):
            actions.undo_release(by=cast.member, booking=made)
        actions.undo_release(by=cast.host, booking=made)
        made.refresh_from_db()
        assert (made.released_at, claimed(made), made.exempted_by) == (None, before, cast.host)
        assert actions.release_no_shows(at=now() + timedelta(minutes=30)) == 0
    Booking.objects.filter(pk=made.pk).update(exempted_at=None)
    with time_machine.travel(made.starts_at + GRACE, tick=False):
        actions.release_no_shows(at=now())
        wish = BookingWish((Place(room),), made.ends_at - timedelta(minutes=30), made.ends_at)
        actions.book(by=cast.colleague, site=room.site, wish=wish)
        with pytest.raises(Conflict):
            actions.undo_release(by=cast.host, booking=made)
        made.refresh_from_db()
        assert made.released_at is not None
        assert claimed(made) == [(made.starts_at, made.starts_at + GRACE)]


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25)])
def test_grace_counts_true_minutes_in_the_night_of_the_change(cast: Cast, day: date) -> None:
    with time_machine.travel(datetime.combine(day, time()) - timedelta(days=3), tick=False):
        site, zone = spaces.site(closed_on_holidays=False), ZoneInfo("Europe/Helsinki")
        SpecialDay.objects.create(site=site, date=day, opens=time(0), closes=time(23), reason_fi="Yö")
        room = spaces.space(site, seats=4, grace_minutes=90)
        start, end = (datetime.combine(day, time(hour), tzinfo=zone) for hour in (2, 8))
        row = actions.book(by=cast.member, site=site, wish=BookingWish((Place(room),), start, end))
        due = row.starts_at + timedelta(minutes=90)
        assert actions.release_no_shows(at=due - timedelta(seconds=1)) == 0
        assert actions.release_no_shows(at=due) == 1


# --- Leaving early -----------------------------------------------------------------------------------------


def test_who_leaves_early_gives_back_the_rest_after_the_buffer(cast: Cast, room: Space) -> None:
    Space.objects.filter(pk=room.pk).update(buffer_minutes=10)
    row = booking(cast.member, Space.objects.get(pk=room.pk))
    waiting(cast.outsider, within(room.site, "9:00", "12:00", minutes=60, space=room), room.site)
    with pytest.raises(NotAllowed):
        actions.leave_booking(by=cast.member, booking=row, at=row.starts_at - timedelta(minutes=1))
    with time_machine.travel(row.starts_at + timedelta(minutes=20), tick=False):
        for stranger in (cast.colleague, cast.outsider):
            with pytest.raises(NotAllowed):
                actions.leave_booking(by=stranger, booking=row)
        actions.leave_booking(by=cast.member, booking=row)
        with pytest.raises(NotAllowed):
            actions.leave_booking(by=cast.member, booking=row)
        assert claimed(row) == [(row.starts_at, row.starts_at + timedelta(minutes=30))]
        assert Offer.objects.open().get().booking.starts_at == row.starts_at + timedelta(minutes=30)
        row.refresh_from_db()
        assert row.state(now()) == BookingState.OVER


# --- The code on the door ------------------------------------------------------------------------------------


def door_of(space: Space) -> str:
    return f"/fi/codes/{queries.code_of(space)}/"


def test_a_phone_reads_the_code_signs_in_and_checks_in_by_one_press(
    cast: Cast, room: Space, made: Booking
) -> None:
    manager = signed_in(cast.manager)
    shown = manager.get(f"/fi/spaces/{room.pk}/code/")
    [address] = re.findall(r"http://localhost:8000(/codes/[^/<]+/)", shown.content.decode())
    picture = manager.get(f"/fi/spaces/{room.pk}/code.svg")
    assert (picture["Content-Type"], picture.content[:4]) == ("image/svg+xml", b"<svg")
    with time_machine.travel(made.starts_at, tick=False):
        found = Client().get(address, headers={"accept-language": "sv"})
        assert (found.status_code, found["Location"]) == (302, f"/sv{address}")
        assert Client().get(f"/sv{address}")["Location"] == f"/sv/accounts/login/?next=/sv{address}"
        phone = signed_in(cast.member)
        page = phone.get(f"/fi{address}")
        assert "Merkitse saapumisesi viimeistään klo 9.15." in main_of(page)
        form = forms_of(page)[0]
        answers = [phone.post(f"/fi/bookings/{made.pk}/arrival/", form) for _press in range(2)]
        assert [(a.status_code, a["Location"]) for a in answers] == [(303, f"/fi{address}")] * 2
        assert facts("BookerArrived") == 1
        assert "Paikalla" in main_of(phone.get(f"/fi{address}"))


def test_a_stranger_at_the_door_sees_what_is_free_and_nothing_private(cast: Cast, room: Space) -> None:
    booking(cast.member, room, title="Salainen palkkakeskustelu", start="10:00")
    day = open_day(room.site)
    with time_machine.travel(at(room.site, day, "9:00"), tick=False):
        page = signed_in(cast.outsider).get(door_of(room))
        assert "Vapaa klo 10 saakka" in text_of(page)
        [address] = [
            url for url in re.findall(r'href="([^"]+)"', page.content.decode()) if "/bookings/new/" in url
        ]
        given = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
        assert (given["space"], given["start"], given["end"]) == ([str(room.pk)], ["09:01"], ["10:00"])
        assert f"/reports/new/?space={room.pk}&amp;kind=help" in page.content.decode()
    with time_machine.travel(at(room.site, day, "10:30"), tick=False):
        seen = {
            who: text_of(signed_in(cast[who]).get(door_of(room))) for who in ("outsider", "host", "member")
        }
        assert ["Salainen" in seen[who] for who in seen] == [False, True, True]
        assert "Alba Kaisla" in seen["host"]
        assert "Alba Kaisla" not in seen["outsider"]
    with time_machine.travel(at(room.site, day, "21:00"), tick=False):
        assert "/bookings/new/" not in signed_in(cast.outsider).get(door_of(room)).content.decode()


def test_forged_old_and_retired_codes(cast: Cast, room: Space) -> None:
    address, member, manager = door_of(room), signed_in(cast.member), signed_in(cast.manager)
    token = queries.code_of(room)
    other = spaces.space(room.site, seats=4)
    payload, _tilde, seal = token.rpartition("~")
    for forged in (
        token[:-1] + ("A" if token[-1] != "A" else "B"), f"{other.pk}.1~{seal}", payload, "x", "1.1~", f"{payload}~~{seal}",
    ):  # fmt: skip
        for client in (Client(), member):
            assert client.get(f"/fi/codes/{forged}/").status_code == 404
    assert member.get(address).status_code == 200
    renewals = [manager.post(f"/fi/spaces/{room.pk}/code/", {"version": "1"}) for _press in range(2)]
    assert [answer.status_code for answer in renewals] == [303, 303]
    room.refresh_from_db()
    assert (room.code_version, facts("CodeRenewed")) == (2, 1)
    for client in (Client(), member):
        old = client.get(address)
        assert (old.status_code, "Koodi on vanhentunut" in text_of(old)) == (410, True)
    assert member.get(door_of(room)).status_code == 200
    for junk in ("", "x", "-1", "99999999999", "٢"):
        manager.post(f"/fi/spaces/{room.pk}/code/", {"version": junk})
    room.refresh_from_db()
    assert room.code_version == 2
    Space.objects.filter(pk=room.pk).update(retired_at=now())
    assert member.get(door_of(room)).status_code == 410
    assert manager.get(f"/fi/spaces/{room.pk}/code/").status_code == 404


def test_a_code_of_a_space_that_is_gone(cast: Cast, room: Space) -> None:
    address = door_of(room)
    room.delete()
    assert signed_in(cast.member).get(address).status_code == 404


# --- Pages and the API -----------------------------------------------------------------------------------------


def test_every_press_twice_is_once(cast: Cast, room: Space, made: Booking) -> None:
    page = f"/fi/bookings/{made.pk}/"
    with time_machine.travel(made.starts_at, tick=False):
        host, member = signed_in(cast.host), signed_in(cast.member)
        for client, press, fact in (
            (host, "exemption/", "BookingExempted"),
            (member, "arrival/", "BookerArrived"),
            (host, "arrival/undoing/", "BookerArrivalUndone"),
            (member, "departure/", "BookingLeft"),
        ):
            answers = [client.post(f"{page}{press}") for _press in range(2)]
            assert [(a.status_code, a["Location"]) for a in answers] == [(303, page)] * 2, press
            assert facts(fact) == 1
    other = booking(cast.member, room, start="13:00", end="15:00")
    with time_machine.travel(other.starts_at + GRACE, tick=False):
        actions.release_no_shows(at=now())
        host = signed_in(cast.host)
        answers = [host.post(f"/fi/bookings/{other.pk}/release/undoing/") for _press in range(2)]
        assert [answer.status_code for answer in answers] == [303, 303]
        assert facts("ReleaseUndone") == 1


def test_a_press_too_early_says_why(cast: Cast, made: Booking) -> None:
    answer = signed_in(cast.member).post(f"/fi/bookings/{made.pk}/arrival/")
    assert (answer.status_code, "Voit merkitä saapumisesi puoli tuntia ennen sitä." in text_of(answer)) == (
        409,
        True,
    )


def test_check_in_by_the_api(cast: Cast, made: Booking) -> None:
    program, path = program_of(cast.member), f"bookings/{made.pk}/check-in"
    assert program_of(cast.colleague).post(path, {}).status_code == 404
    early = program.post(path, {})
    assert (early.status_code, early["Content-Type"]) == (409, "application/problem+json")
    with time_machine.travel(made.starts_at, tick=False):
        answers = [program.post(path, {}, key="k") for _again in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]
        assert answers[0].json() == {"booking": made.pk, "arrived_at": "2026-11-24T09:00:00+02:00"}
        assert answers[1].get("Idempotent-Replay") == "true"
        assert program.post(path, {}).status_code == 200
        assert facts("BookerArrived") == 1
