"""The pages of a series: every date is seen before anything is booked."""

import re

import pytest
from django.test import Client

from fiksummin.core import worker
from fiksummin.spaces.models import Booking, Series, Site, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.postbox import Postbox


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site)


def typed(room: Space, **words: object) -> dict[str, object]:
    day = spaces.open_day(room.site)
    return {
        "space": [room.pk], "day": day.isoformat(), "start": "9:00", "end": "10:30", "people": "2",
        "title": "Viikkopalaveri", "frequency": "weekly", "interval": "1", "count": "4", "key": "k",
        "skips_holidays": "on", **words,
    }  # fmt: skip


def address(site: Site) -> str:
    return f"/fi/sites/{site.slug}/series/new/"


def offered(page: str) -> list[str]:
    return re.findall(r'name="date" value="([\d-]+)" checked', page)


def test_dates_are_shown_and_then_booked(cast: Cast, site: Site, room: Space, postbox: Postbox) -> None:
    client = signed_in(cast.member)
    shown = client.post(address(site), typed(room, look="1"))
    assert (shown.status_code, Series.objects.count()) == (200, 0)
    dates = offered(shown.text)
    assert len(dates) == 4
    booked = client.post(address(site), typed(room, book="1", date=dates[:3]))
    assert booked.status_code == 303
    made = Series.objects.get()
    assert made.bookings.count() == 3
    again = client.post(address(site), typed(room, book="1", date=dates[:3]))
    assert (again.status_code, Series.objects.count()) == (303, 1)
    worker.drain()
    [letter] = [each for each in postbox.got if each["To"] == cast.member.email]
    body = letter.get_body(("plain",))
    assert body is not None
    assert body.get_content().count("klo 9–10.30") == 3
    [file] = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    assert file.get_content().count("BEGIN:VEVENT") == 3
    assert client.get(f"/fi/series/{made.pk}/").status_code == 200


def test_what_is_taken_is_told_and_cannot_be_ticked(cast: Cast, site: Site, room: Space) -> None:
    spaces.booking(cast.colleague, room, start="10:00", end="11:00")
    client = signed_in(cast.member)
    shown = client.post(address(site), typed(room, look="1"))
    first = spaces.open_day(site).isoformat()
    assert first not in offered(shown.text)
    forced = client.post(address(site), typed(room, book="1", date=[first, *offered(shown.text)]))
    assert (forced.status_code, Series.objects.count(), Booking.objects.count()) == (409, 0, 1)
    assert "Viikkopalaveri" in forced.text


def test_nothing_ticked_books_nothing(cast: Cast, site: Site, room: Space) -> None:
    answer = signed_in(cast.member).post(address(site), typed(room, book="1"))
    assert (answer.status_code, Series.objects.count()) == (409, 0)


@pytest.mark.parametrize(
    "wrong",
    [{"count": "10000"}, {"count": ""}, {"interval": "0"}, {"frequency": "hourly"}, {"until": "1.1.1999"}],
    ids=str,
)
def test_rules_that_cannot_be_keep_what_was_typed(
    cast: Cast, site: Site, room: Space, wrong: dict[str, str]
) -> None:
    answer = signed_in(cast.member).post(address(site), typed(room, look="1", **wrong))
    assert answer.status_code == 422
    assert "Viikkopalaveri" in answer.text
    assert Series.objects.count() == 0


def test_change_and_cancel_from_a_date_on(cast: Cast, site: Site, room: Space) -> None:
    client = signed_in(cast.member)
    dates = offered(client.post(address(site), typed(room, look="1")).text)
    client.post(address(site), typed(room, book="1", date=dates))
    rows = list(Booking.objects.order_by("starts_at"))
    change = typed(room, scope="following", start="13:00", end="14:00", key="c")
    change["day"] = rows[1].starts_at.astimezone(site.zone).date().isoformat()
    assert client.post(f"/fi/bookings/{rows[1].pk}/series/change/", change).status_code == 303
    hours = [row.starts_at.astimezone(site.zone).hour for row in Booking.objects.order_by("starts_at")]
    assert hours == [9, 13, 13, 13]
    gone = client.post(f"/fi/bookings/{rows[2].pk}/series/cancellation/", {"scope": "following"})
    assert gone.status_code == 303
    assert Booking.objects.filter(cancelled_at=None).count() == 2
    page = client.get(f"/fi/series/{rows[0].series_id}/")
    assert page.status_code == 200


def test_others_find_nothing(cast: Cast, site: Site, room: Space) -> None:
    member = signed_in(cast.member)
    dates = offered(member.post(address(site), typed(room, look="1")).text)
    member.post(address(site), typed(room, book="1", date=dates))
    booking = Booking.objects.earliest("starts_at")
    for who, status in (("colleague", 404), ("partner", 404), ("host", 200)):
        client = signed_in(cast[who])
        assert client.get(f"/fi/series/{booking.series_id}/").status_code == status, who
        assert client.get(f"/fi/bookings/{booking.pk}/series/change/").status_code == status, who
    assert Client().get(f"/fi/series/{booking.series_id}/").status_code == 302


def test_a_single_booking_has_no_series(cast: Cast, site: Site, room: Space) -> None:
    made = spaces.booking(cast.member, room, start="9:00", end="10:00")
    client = signed_in(cast.member)
    assert client.get(f"/fi/bookings/{made.pk}/series/change/").status_code == 404
    assert client.get("/fi/series/1/").status_code == 404
