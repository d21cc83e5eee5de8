"""The hour that comes twice in autumn: a visit in the second one stays there, in forms and in calendars."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from fiksummin.spaces import actions, calendar
from fiksummin.spaces.models import Booking, Site, Visit
from fiksummin.spaces.queries import BookingWish, Place
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.spaces.pages import MORNING, forms_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]

SECOND = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
"""Half past three in Helsinki for the second time that night; the first was an hour before."""
LATER = SECOND + timedelta(hours=2)


@pytest.fixture
def site(cast: Cast) -> Site:
    """The lab, open that Sunday from one o'clock at night."""
    site = cast.helsinki
    Site.objects.filter(pk=site.pk).update(days_ahead=400)
    site.refresh_from_db()
    site.special_days.create(date=date(2027, 10, 31), opens=time(1), closes=time(12), reason_fi="Yö")
    return site


@pytest.fixture
def visit(cast: Cast, site: Site) -> Visit:
    return actions.announce_visit(by=cast.member, site=site, start=SECOND, end=LATER, at=MORNING)


def change(cast: Cast, path: str, **words: str) -> None:
    client = signed_in(cast.member)
    [form] = [form for form in forms_of(client.get(path)) if "day" in form]
    assert (form["start"], form["end"]) == ("03:30", "05:30")
    answer = client.post(path, form | words)
    assert answer.status_code == 303, answer.content.decode()


def test_another_word_does_not_move_a_visit(cast: Cast, visit: Visit) -> None:
    change(cast, f"/fi/visits/{visit.pk}/change/", note="Tuon kakkua")
    visit.refresh_from_db()
    assert (visit.note, visit.starts_at, visit.ends_at) == ("Tuon kakkua", SECOND, LATER)


def test_another_title_does_not_move_a_booking(cast: Cast, site: Site) -> None:
    wish = BookingWish((Place(spaces.space(site, days_ahead=400)),), SECOND, LATER)
    made = actions.book(by=cast.member, site=site, wish=wish)
    change(cast, f"/fi/bookings/{made.pk}/change/", title="Yötyö", space=str(made.places.get().space_id))
    made = Booking.objects.get()
    assert (made.title, made.starts_at, made.ends_at) == ("Yötyö", SECOND, LATER)


def test_another_day_or_hour_is_the_first_of_two(cast: Cast, visit: Visit) -> None:
    change(cast, f"/fi/visits/{visit.pk}/change/", start="3:45")
    visit.refresh_from_db()
    assert visit.starts_at == datetime(2027, 10, 31, 0, 45, tzinfo=UTC)


def test_a_calendar_shows_the_second_hour(visit: Visit) -> None:
    event = Calendar.from_ical(calendar.file_of(visit, "fi")).walk("VEVENT")[0]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (SECOND, LATER)
    assert b"DTEND;TZID=Europe/Helsinki:" in calendar.file_of(visit, "fi")
    assert b"DTSTART:20271031T013000Z" in calendar.file_of(visit, "fi")
