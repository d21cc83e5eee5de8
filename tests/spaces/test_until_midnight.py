"""A site whose door stays open until midnight: entered, said, visited and booked until 24, on every night of the year."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from fiksummin.core.time import HELSINKI, MIDNIGHT
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Hours, Series, Site, SpecialDay, Visit
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.spaces.pages import errors_of, forms_of, main_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]

TODAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 25)
END_OF_TOMORROW = datetime(2026, 11, 26, 0, 0, tzinfo=HELSINKI)


@pytest.fixture
def late(lab: Site) -> Site:
    """The lab, open from seven to midnight on every day of the week."""
    lab.hours.all().delete()
    Hours.objects.bulk_create(
        Hours(site=lab, weekday=day, opens=time(7), closes=MIDNIGHT) for day in range(7)
    )
    return lab


@pytest.mark.parametrize("written", ["24", "24.00", "24:00", "00:00", "0.00"])
def test_hours_until_midnight_are_entered_as_people_write_them(cast: Cast, lab: Site, written: str) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    given = forms_of(manager.get(path))[0] | {
        "opens_0": "15",
        "closes_0": written,
        "until_0": written,
        "from_0": "16",
    }
    assert manager.post(path, given).status_code == 303
    monday = lab.hours.get(weekday=0)
    assert (monday.opens, monday.closes, monday.staffed_until) == (time(15), MIDNIGHT, MIDNIGHT)
    assert str(monday).endswith("15:00–24:00")
    assert forms_of(manager.get(path))[0]["closes_0"] == "00:00"


def test_hosting_hours_until_midnight_need_a_door_open_until_then(cast: Cast, lab: Site) -> None:
    manager, path = signed_in(cast.manager), "/fi/sites/helsinki/hours/"
    given = forms_of(manager.get(path))[0] | {"from_0": "9", "until_0": "24"}
    assert list(errors_of(manager.post(path, given))) == ["until_0"]


@pytest.mark.parametrize(
    ("language", "open_now", "span"),
    [("fi", "klo 24", "klo 7–24"), ("sv", "kl. 24", "kl. 7–24"), ("en", "24:00", "7:00–24:00")],
)
def test_it_is_said_as_24(client: Client, late: Site, language: str, open_now: str, span: str) -> None:
    page = main_of(client.get(f"/{language}/sites/helsinki/"))
    assert open_now in page
    assert span in page


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 11, 24), 17),
        (date(2026, 10, 25), 17),  # summer time ended at night, before the door opened
        (date(2025, 3, 29), 17),
        (date(2025, 3, 30), 17),
        (date(2026, 12, 31), 17),
    ],
)
def test_the_door_is_open_until_the_day_ends(late: Site, day: date, hours: int) -> None:
    opening = queries.opening(late, day)
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=HELSINKI)
    assert opening.closes_at == end
    assert opening.opens_at is not None
    assert opening.closes_at - opening.opens_at == timedelta(hours=hours)
    assert queries.open_state(late, end - timedelta(seconds=1)).is_open
    assert not queries.open_state(late, end).is_open


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 25), 25), (date(2025, 3, 30), 23)])
def test_a_day_open_all_round_is_as_long_as_the_clock_makes_it(late: Site, day: date, hours: int) -> None:
    late.hours.update(opens=time())
    late.refresh_from_db()
    opening = queries.opening(late, day)
    assert opening.opens_at is not None
    assert opening.closes_at is not None
    assert opening.closes_at.astimezone(UTC) - opening.opens_at.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize("end", ["24", "24.00", "00:00"])
def test_a_visit_lasts_until_midnight(cast: Cast, late: Site, end: str) -> None:
    member, path = signed_in(cast.member), "/fi/sites/helsinki/visits/new/"
    given = forms_of(member.get(path))[0] | {
        "day": "2026-11-25",
        "start": "20",
        "end": end,
        "people": "1",
        "note": "",
    }
    answer = member.post(path, given)
    assert answer.status_code == 303
    visit = Visit.objects.get(person=cast.member)
    assert visit.ends_at == END_OF_TOMORROW
    assert "huomenna klo 20–24" in main_of(member.get(answer["Location"])).lower()
    on_desk = main_of(signed_in(cast.host).get("/fi/sites/helsinki/desk/2026-11-25/"))
    assert "klo 20–24" in on_desk
    assert "klo 20–24" not in main_of(signed_in(cast.host).get("/fi/sites/helsinki/desk/2026-11-26/"))


def test_a_form_begun_from_such_a_visit_keeps_it(cast: Cast, late: Site) -> None:
    member = signed_in(cast.member)
    visit = actions.announce_visit(
        by=cast.member, site=late, start=datetime(2026, 11, 25, 20, tzinfo=HELSINKI), end=END_OF_TOMORROW
    )
    path = f"/fi/visits/{visit.pk}/change/"
    assert member.post(path, forms_of(member.get(path))[0] | {"note": "Myöhään"}).status_code == 303
    visit.refresh_from_db()
    assert (visit.ends_at, visit.note) == (END_OF_TOMORROW, "Myöhään")


def test_where_the_door_shuts_earlier_midnight_is_refused_with_the_hours(cast: Cast, lab: Site) -> None:
    member, path = signed_in(cast.member), "/fi/sites/helsinki/visits/new/"
    given = forms_of(member.get(path))[0] | {
        "day": "2026-11-25",
        "start": "18",
        "end": "24",
        "people": "1",
        "note": "",
    }
    answer = member.post(path, given)
    assert answer.status_code == 422
    assert "end" in errors_of(answer)
    assert not Visit.objects.exists()


def test_somebody_unannounced_stays_until_midnight(cast: Cast, late: Site) -> None:
    path = "/fi/sites/helsinki/walk-ins/"
    with time_machine.travel(datetime(2026, 11, 24, 22, 30, tzinfo=HELSINKI), tick=False):
        host = signed_in(cast.host)
        form = forms_of(host.get(path))[0]
        assert form["end"] == "00:00"
        assert host.post(path, form).status_code == 303
    assert Visit.objects.get().ends_at == datetime(2026, 11, 25, tzinfo=HELSINKI)


def test_a_special_day_lasts_until_midnight(cast: Cast, lab: Site) -> None:
    actions.set_special_day(
        by=cast.manager,
        site=lab,
        day=TOMORROW,
        reason={"fi": "iltatapahtuma"},
        opens=time(12),
        closes=MIDNIGHT,
    )
    assert queries.opening(Site.objects.get(pk=lab.pk), TOMORROW).closes_at == END_OF_TOMORROW


def test_hours_that_end_before_they_begin_get_past_no_writer(lab: Site) -> None:
    backwards = {"opens": time(12), "closes": time(11)}
    with pytest.raises(IntegrityError), transaction.atomic():
        Hours.objects.create(site=lab, weekday=6, **backwards)
    with pytest.raises(IntegrityError), transaction.atomic():
        SpecialDay.objects.create(site=lab, date=TOMORROW, reason_fi="inventaario", **backwards)
    with pytest.raises(IntegrityError), transaction.atomic():
        Series.objects.create(site=lab, frequency="weekly", first_date=TODAY, starts=time(12), ends=time(11))


def test_programs_read_it_as_24(cast: Cast, late: Site) -> None:
    hours = program_of(cast.member).get("sites/helsinki").json()["hours"]
    assert {day["closes"] for day in hours} == {"24:00"}


def test_a_booking_lasts_until_midnight(cast: Cast, late: Site) -> None:
    start = datetime(2026, 11, 25, 21, tzinfo=HELSINKI)
    room = spaces.space(late)
    actions.book(
        by=cast.member, site=late, wish=queries.BookingWish((queries.Place(room),), start, END_OF_TOMORROW, 2)
    )
    assert Booking.objects.get().ends_at == END_OF_TOMORROW
