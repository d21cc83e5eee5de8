"""Until midnight: hosting, what comes again, what is shut, waiting, where to go, and what programs say."""

from datetime import datetime, time
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.time import HELSINKI, MIDNIGHT
from fiksummin.spaces.models import Booking, Closure, Hours, Series, Shift, Site, Waiting
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.spaces.pages import errors_of, forms_of, main_of, text_of
from tests.spaces.test_series_pages import offered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]

EIGHT_O_CLOCK = datetime(2026, 11, 25, 20, tzinfo=HELSINKI)
END_OF_WEDNESDAY = datetime(2026, 11, 26, 0, 0, tzinfo=HELSINKI)
WRITTEN = ("24", "24.00", "24:00", "00:00")


@pytest.fixture
def late(lab: Site) -> Site:
    """The lab, open from seven to midnight on every day of the week."""
    lab.hours.all().delete()
    Hours.objects.bulk_create(
        Hours(site=lab, weekday=day, opens=time(7), closes=MIDNIGHT) for day in range(7)
    )
    return lab


def program(cast: Cast, address: str, given: dict[str, Any]) -> Any:
    headers = {"Authorization": f"Bearer {people.token(cast.member)}"}
    return Client().post(f"/api/v1/{address}", given, content_type="application/json", headers=headers)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_shift_lasts_until_midnight(cast: Cast, late: Site, written: str) -> None:
    host, path = signed_in(cast.host), "/fi/sites/helsinki/roster/"
    given = {"day": "2026-11-25", "start": "20", "end": written}
    assert host.post(f"{path}new/", given).status_code == 303
    shift = Shift.objects.get()
    assert (shift.starts_at, shift.ends_at) == (EIGHT_O_CLOCK, END_OF_WEDNESDAY)
    assert "klo 20–24 Helmi Hostila" in main_of(host.get(path))
    change = f"/fi/shifts/{shift.pk}/change/"
    assert host.post(change, forms_of(host.get(change))[0] | {"start": "21"}).status_code == 303
    shift.refresh_from_db()
    assert shift.ends_at == END_OF_WEDNESDAY


@pytest.mark.parametrize("written", WRITTEN)
def test_a_series_lasts_until_midnight_each_time(cast: Cast, late: Site, written: str) -> None:
    room, member, path = spaces.space(late), signed_in(cast.member), "/fi/sites/helsinki/series/new/"
    given = {
        "space": [room.pk], "day": "2026-11-25", "start": "20", "end": written, "people": "2", "title": "Iltakerho",
        "frequency": "weekly", "interval": "1", "count": "3", "key": "k", "skips_holidays": "on",
    }  # fmt: skip
    dates = offered(member.post(path, given | {"look": "1"}).text)
    answer = member.post(path, given | {"book": "1", "date": dates})
    assert answer.status_code == 303, errors_of(answer)
    series = Series.objects.get()
    assert (series.starts, series.ends) == (time(20), MIDNIGHT)
    ends = Booking.objects.order_by("starts_at").values_list("ends_at", flat=True)
    assert [end.astimezone(HELSINKI).isoformat() for end in ends] == [
        "2026-11-26T00:00:00+02:00", "2026-12-03T00:00:00+02:00", "2026-12-10T00:00:00+02:00",
    ]  # fmt: skip


def test_a_program_books_a_series_until_midnight(cast: Cast, late: Site) -> None:
    room = spaces.space(late)
    wish = {"space": room.pk, "title": "Iltakerho", "frequency": "weekly", "count": 3}
    wish |= {"start": EIGHT_O_CLOCK.isoformat(), "end": END_OF_WEDNESDAY.isoformat()}
    answer = program(cast, "bookings/series", wish)
    assert answer.status_code == 201, answer.json()
    assert Booking.objects.count() == 3
    further = wish | {"end": "2026-11-26T00:15:00+02:00"}
    assert program(cast, "bookings/series", further).status_code == 422


@pytest.mark.parametrize("written", [*WRITTEN, ""])
def test_a_place_is_shut_until_midnight(cast: Cast, late: Site, written: str) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/closures/new/"
    given = {
        "first": "2026-11-25",
        "start": "20",
        "last": "2026-11-25",
        "end": written,
        "reason_fi": "Remontti",
    }
    given |= {"reason_sv": "Renovering", "reason_en": "Repairs"}
    page = manager.post(path, forms_of(manager.get(path))[0] | given)
    if page.status_code == 200:
        page = manager.post(path, forms_of(page)[-1])
    assert page.status_code == 303, errors_of(page)
    shut = Closure.objects.get()
    assert (shut.starts_at, shut.ends_at) == (EIGHT_O_CLOCK, END_OF_WEDNESDAY)


@pytest.mark.parametrize("written", WRITTEN)
def test_where_to_go_until_midnight(cast: Cast, late: Site, written: str) -> None:
    spaces.space(late, seats=6, name="Kallio")
    asked = {"purpose": "meet", "day": "2026-11-25", "start": "20", "end": written, "people": "2"}
    answer = signed_in(cast.member).get("/en/where/", asked)
    assert answer.status_code == 200
    assert "Kallio" in text_of(answer)
    assert 'name="end" value="24:00"' in answer.content.decode()
    backwards = asked | {"start": "23", "end": "22"}
    assert signed_in(cast.member).get("/en/where/", backwards).status_code == 422


def test_programs_wait_and_look_until_24(cast: Cast, late: Site) -> None:
    room = spaces.space(late)
    spaces.booking(cast.colleague, room, start="19:00", end="23:45")
    wish = {"site": "helsinki", "space": room.pk, "minutes": 60, "day_from": "20:00", "day_until": "24:00"}
    wish |= {"start": EIGHT_O_CLOCK.isoformat(), "end": END_OF_WEDNESDAY.isoformat()}
    answer = program(cast, "waitings", wish)
    assert answer.status_code == 201, answer.json()
    assert answer.json()["day_until"] == "24:00"
    assert Waiting.objects.get().day_until == MIDNIGHT
    token = {"Authorization": f"Bearer {people.token(cast.member)}"}
    looked = {"from": "2026-11-27T00:00:00+02:00", "to": "2026-11-28T00:00:00+02:00", "earliest": "20:00"}
    for latest in ("24:00", "00:00"):
        found = Client().get("/api/v1/availability", looked | {"latest": latest}, headers=token)
        assert found.status_code == 200, found.content
        assert found.json()["items"]
    assert (
        Client().get("/api/v1/availability", looked | {"earliest": "24:00"}, headers=token).status_code == 422
    )
