"""Calendars elsewhere: what they say is taken is taken here too, by the same rules, or listed with the reason."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import now
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, BusyFeed, Claim, ImportedEvent, Site, Space
from tests.cast import Cast
from tests.factories import spaces
from tests.postbox import Postbox
from tests.spaces.feeds_elsewhere import Elsewhere, elsewhere, event

pytestmark = pytest.mark.django_db


@pytest.fixture
def calendar(settings: Any) -> Iterator[Elsewhere]:
    with elsewhere(settings) as found:
        yield found


@pytest.fixture
def room(lab: Site) -> Space:
    return spaces.space(lab, name="Peili")


@pytest.fixture
def feed(cast: Cast, room: Space, calendar: Elsewhere) -> BusyFeed:
    return actions.add_busy_feed(by=cast.manager, space=room, address=calendar.address)


def hour(site: Site, clock: str, after: int = 1) -> datetime:
    return spaces.at(site, spaces.open_day(site, after), clock)


def pull(feed: BusyFeed, later: timedelta = timedelta()) -> None:
    fresh = BusyFeed.objects.select_related("space__site").get(pk=feed.pk)
    actions.pull_busy_feed(feed=fresh, at=now() + later)


def held(room: Space) -> list[tuple[datetime, datetime]]:
    rows = Claim.objects.filter(cell__in=room.cells.all()).order_by("starts_at")
    return list(rows.values_list("starts_at", "ends_at"))


def test_a_time_taken_elsewhere_is_taken_here_moves_and_is_given_back(
    feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere
) -> None:
    nine, ten, noon = (hour(lab, clock) for clock in ("9:00", "10:00", "12:00"))
    calendar.says(event("a@muu.example", nine, ten))
    pull(feed)
    booking = Booking.objects.get()
    assert held(room) == [(nine, ten)]
    assert (booking.person, booking.made_by, booking.is_public) == (None, None, False)
    assert booking.title in {"Taken elsewhere", "Varattu muualla"}
    pull(feed)
    assert (calendar.asked, calendar.given) == (2, 1)
    calendar.says(event("a@muu.example", ten, noon))
    pull(feed)
    assert held(room) == [(ten, noon)]
    assert Booking.objects.get().pk == booking.pk
    calendar.says()
    pull(feed)
    assert held(room) == []
    assert Booking.objects.get().cancelled_at
    assert not ImportedEvent.objects.exists()


def test_what_the_rules_forbid_is_listed_and_never_taken(
    feed: BusyFeed, room: Space, lab: Site, cast: Cast, calendar: Elsewhere
) -> None:
    nine, ten, noon = (hour(lab, clock) for clock in ("9:00", "10:00", "12:00"))
    own = spaces.booking(cast.member, room, start="9:00", end="11:00")
    midnight = hour(lab, "0:00")
    calendar.says(
        event("overlap@muu.example", ten, noon),
        event("night@muu.example", midnight, midnight + timedelta(hours=2)),
        event("far@muu.example", nine + timedelta(days=200), ten + timedelta(days=200)),
        event("odd@muu.example", noon, noon + timedelta(minutes=30), "RRULE:FREQ=SECONDLY"),
        event("fine@muu.example", noon, noon + timedelta(minutes=30)),
    )
    pull(feed)
    assert held(room) == [(own.starts_at, own.ends_at), (noon, noon + timedelta(minutes=30))]
    missed = {row.uid.partition("@")[0]: row.refusal for row in queries.missed_by(feed, now())}
    assert set(missed) == {"overlap", "night", "far", "odd"}
    assert all(missed.values())
    assert queries.took_by(feed, now()) == 1
    actions.cancel_booking(by=cast.member, booking=own)
    pull(feed, timedelta(minutes=30))
    assert len(held(room)) == 1
    pull(feed, timedelta(minutes=70))
    assert held(room) == [(ten, noon), (noon, noon + timedelta(minutes=30))]


def test_a_whole_day_is_taken_from_opening_to_closing(
    feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere
) -> None:
    day = spaces.open_day(lab)
    calendar.says(["BEGIN:VEVENT", "UID:paiva@muu.example", f"DTSTART;VALUE=DATE:{day:%Y%m%d}", "END:VEVENT"])
    pull(feed)
    assert held(room) == [(spaces.at(lab, day, "7:00"), spaces.at(lab, day, "20:00"))]


def test_what_comes_from_here_is_not_taken_twice(
    feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere, settings: Any
) -> None:
    calendar.says(event(f"booking-1@{settings.MAIL_DOMAIN}", hour(lab, "9:00"), hour(lab, "10:00")))
    pull(feed)
    assert not ImportedEvent.objects.exists()


def test_what_a_host_takes_back_is_not_taken_again_until_it_changes(
    feed: BusyFeed, room: Space, lab: Site, cast: Cast, calendar: Elsewhere
) -> None:
    nine, ten, noon = (hour(lab, clock) for clock in ("9:00", "10:00", "12:00"))
    calendar.says(event("a@muu.example", nine, ten))
    pull(feed)
    actions.cancel_booking(by=cast.host, booking=Booking.objects.get(), reason="huolto")
    pull(feed, timedelta(hours=2))
    assert held(room) == []
    assert len(queries.missed_by(feed, now())) == 1
    calendar.says(event("a@muu.example", ten, noon))
    pull(feed, timedelta(hours=2))
    assert held(room) == [(ten, noon)]


def test_times_that_change_places_end_in_each_others(
    feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere
) -> None:
    nine, ten, eleven = (hour(lab, clock) for clock in ("9:00", "10:00", "11:00"))
    calendar.says(event("a@muu.example", nine, ten), event("b@muu.example", ten, eleven))
    pull(feed)
    calendar.says(event("b@muu.example", nine, ten), event("a@muu.example", ten, eleven))
    pull(feed)
    rows = ImportedEvent.objects.order_by("starts_at").values_list("uid", "booking__starts_at", "refusal")
    assert list(rows) == [("b@muu.example", nine, ""), ("a@muu.example", ten, "")]
    assert held(room) == [(nine, ten), (ten, eleven)]


def test_silence_keeps_what_was_said_and_is_told_once_after_a_day(
    feed: BusyFeed, room: Space, calendar: Elsewhere, cast: Cast, postbox: Postbox
) -> None:
    lab = room.site
    calendar.says(event("a@muu.example", hour(lab, "9:00", 4), hour(lab, "10:00", 4)))
    pull(feed)
    worker.drain()
    postbox.got.clear()
    for status, body in ((500, b""), (200, b"<html>"), (200, b"BEGIN:VCALENDAR\r\n")):
        calendar.status, calendar.body = status, body
        calendar.version += 1
        pull(feed)
    silent = BusyFeed.objects.get()
    assert (len(held(room)), bool(silent.problem), silent.told_at) == (1, True, None)
    for hours in (25, 26, 50):
        pull(feed, timedelta(hours=hours))
    worker.drain()
    assert [letter["To"] for letter in postbox.got] == [cast.manager.email]
    assert "Peili" in str(postbox.got[0]["Subject"])
    calendar.says(event("a@muu.example", hour(lab, "9:00", 4), hour(lab, "10:00", 4)))
    pull(feed)
    assert (BusyFeed.objects.get().silent_since, len(held(room))) == (None, 1)


def test_an_ended_feed_gives_back_what_it_took_and_is_read_no_more(
    feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere, cast: Cast
) -> None:
    calendar.says(event("a@muu.example", hour(lab, "9:00"), hour(lab, "10:00")))
    pull(feed)
    actions.end_busy_feed(by=cast.manager, feed=feed)
    asked = calendar.asked
    assert [row.pk for row in queries.busy_feeds_due(now())] == [feed.pk]
    pull(feed)
    assert (held(room), calendar.asked, queries.busy_feeds_due(now())) == ([], asked, [])


def test_who_looks_after_the_site_enters_an_address_others_do_not(
    room: Space, cast: Cast, calendar: Elsewhere
) -> None:
    with pytest.raises(NotAllowed):
        actions.add_busy_feed(by=cast.member, space=room, address=calendar.address)
    for address in ("http://127.0.0.1:1/x", "https://10.0.0.1/x", "ftp://a.example/x"):
        with pytest.raises(Invalid):
            actions.add_busy_feed(by=cast.manager, space=room, address=address)
    for number in range(5):
        actions.add_busy_feed(by=cast.manager, space=room, address=f"{calendar.origin}/{number}.ics")
    with pytest.raises(NotAllowed):
        actions.add_busy_feed(by=cast.manager, space=room, address=f"{calendar.origin}/6.ics")


def test_the_same_address_is_read_once(feed: BusyFeed, room: Space, cast: Cast) -> None:
    with pytest.raises(Invalid):
        actions.add_busy_feed(by=cast.manager, space=room, address=feed.address)


def test_nobody_is_missed_who_never_checks_in_here(
    feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere
) -> None:
    type(room.policy).objects.update(grace_minutes=10)
    nine, ten = hour(lab, "9:00"), hour(lab, "10:00")
    calendar.says(event("a@muu.example", nine, ten))
    pull(feed)
    actions.release_no_shows(at=nine + timedelta(minutes=30))
    assert held(room) == [(nine, ten)]


def test_the_worker_reads_what_is_due(feed: BusyFeed, room: Space, lab: Site, calendar: Elsewhere) -> None:
    from fiksummin.spaces.tasks import pull_busy_feeds  # noqa: PLC0415 -- as the ticker calls it

    calendar.says(event("a@muu.example", hour(lab, "9:00"), hour(lab, "10:00")))
    with time_machine.travel(now(), tick=True):
        pull_busy_feeds(now())
        pull_busy_feeds(now())
    assert (len(held(room)), calendar.asked) == (1, 1)
