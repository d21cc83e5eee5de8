"""The calendar of events: weeks from Monday by their ISO numbers, events over midnight, summer time."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.time import HELSINKI
from fiksummin.events import tables
from fiksummin.events.models import Event
from fiksummin.events.queries import calendar, rows
from fiksummin.events.queries.finding import Finding
from tests.cast import Cast
from tests.factories import events as make

pytestmark = pytest.mark.django_db


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI).astimezone(UTC)


def event(cast: Cast, start: str, end: str, **words: Any) -> Event:
    made = make.event(cast.member, audience=make.PUBLIC, places=5, **words)
    Event.objects.filter(pk=made.pk).update(starts_at=at(start), ends_at=at(end))
    made.refresh_from_db()
    return made


def cells(client: Client, path: str) -> dict[date, str]:
    weeks = client.get(path).context["weeks"]
    text = {cell.date: re.sub(r"<[^>]+>", "", cell.events).strip() for _w, _u, days in weeks for cell in days}
    return {day: " ".join(words.split()) for day, words in text.items() if words}


@pytest.mark.parametrize(
    ("year", "month", "numbers"),
    [
        (2026, 11, [44, 45, 46, 47, 48, 49]),
        (2027, 1, [53, 1, 2, 3, 4]),
        (2027, 2, [5, 6, 7, 8]),
        (2028, 12, [48, 49, 50, 51, 52]),
        (2026, 13, []),
        (1999, 12, []),
        (2026, 0, []),
    ],
)
def test_a_month_has_whole_weeks_by_their_numbers(year: int, month: int, numbers: list[int]) -> None:
    weeks = calendar.month_at(year, month)
    assert [week.number for week in weeks] == numbers
    assert all(week.days[0].weekday() == 0 and len(week.days) == 7 for week in weeks)


def test_there_is_a_week_53_only_where_there_is_one(client: Client) -> None:
    found = calendar.week_at(2026, 53)
    assert found is not None
    assert found.days[0] == date(2026, 12, 28)
    assert calendar.week_at(2027, 53) is None
    assert client.get("/fi/events/weeks/2026-53/").status_code == 200
    for path in ("weeks/2027-53/", "weeks/2027-0/", "months/2026-13/", "months/99999-1/", "years/1/"):
        assert client.get(f"/fi/events/{path}").status_code == 404, path


def test_an_event_stands_on_each_of_its_days(cast: Cast, client: Client) -> None:
    event(cast, "2026-12-08 22:00", "2026-12-09 02:30", title="Yö")
    event(cast, "2026-12-15 09:00", "2026-12-17 12:00", title="Leiri")
    event(cast, "2026-12-22 18:00", "2026-12-23 00:00", title="Ilta")
    assert cells(client, "/fi/events/months/2026-12/") == {
        date(2026, 12, 8): "klo 22 Yö",
        date(2026, 12, 9): "klo 2.30 asti Yö",
        date(2026, 12, 15): "klo 9 Leiri",
        date(2026, 12, 16): "koko päivän Leiri",
        date(2026, 12, 17): "klo 12 asti Leiri",
        date(2026, 12, 22): "klo 18 Ilta",
    }


def test_the_night_on_which_the_clock_is_turned(cast: Cast) -> None:
    back = event(cast, "2026-10-24 20:00", "2026-10-25 12:00")
    assert calendar.days_of(back) == [date(2026, 10, 24), date(2026, 10, 25)]
    assert back.ends_at - back.starts_at == timedelta(hours=17)
    forth = event(cast, "2027-03-28 00:00", "2027-03-29 00:00")
    assert calendar.days_of(forth) == [date(2027, 3, 28)]
    assert forth.ends_at - forth.starts_at == timedelta(hours=23)
    for made, week in ((back, calendar.week_at(2026, 43)), (forth, calendar.week_at(2027, 12))):
        assert week is not None
        start, end = calendar.bounds(week.days[0], week.days[-1])
        assert list(Event.objects.within(start, end)) == [made]


def test_the_week_shows_every_day_with_its_hours(cast: Cast, client: Client) -> None:
    event(cast, "2026-12-08 22:00", "2026-12-09 02:30", title="Yö")
    days = client.get("/fi/events/weeks/2026-50/").context["days"]
    assert [day.isoformat() for day, _rows in days][::6] == ["2026-12-07", "2026-12-13"]
    assert ["Yö" in rows for _day, rows in days] == [False, True, True, *[False] * 4]
    assert "klo 2.30</time> asti" in days[2][1]


def test_the_month_is_a_table_with_caption_and_headings_and_links_on_both_sides(client: Client) -> None:
    page = client.get("/fi/events/months/2026-12/?kind=workshop").content.decode()
    assert '<caption class="hidden-visually">Joulukuu 2026</caption>' in page
    headings = re.findall(r'<th scope="col">([^<]+)', page)
    assert headings == [
        "Viikko", "Maanantai", "Tiistai", "Keskiviikko", "Torstai", "Perjantai", "Lauantai", "Sunnuntai",
    ]  # fmt: skip
    assert page.count('<th scope="row">') == 5
    for address in ("months/2026-11/", "months/2027-1/", "weeks/2026-49/"):
        assert f'href="/fi/events/{address}?kind=workshop"' in page, address


def test_calendars_keep_what_is_not_for_the_reader(cast: Cast, client: Client) -> None:
    event(cast, "2026-12-08 10:00", "2026-12-08 12:00", title="Kanaria", publish=False)
    closed = event(cast, "2026-12-08 10:00", "2026-12-08 12:00", title="Kanaria")
    Event.objects.filter(pk=closed.pk).update(audience="invited")
    for path in ("months/2026-12/", "weeks/2026-50/", "years/2026/"):
        assert "Kanaria" not in client.get(f"/fi/events/{path}").content.decode()


def test_past_events_stand_by_their_year_and_keep_their_page(cast: Cast, client: Client) -> None:
    old = event(cast, "2024-12-31 23:00", "2025-01-01 01:00", title="Vuodenvaihde")
    off = event(cast, "2025-05-05 10:00", "2025-05-05 12:00", title="Peruttu")
    Event.objects.filter(pk=off.pk).update(cancelled_at=at("2025-05-01 10:00"))
    event(cast, "2026-12-31 10:00", "2026-12-31 12:00", title="Tuleva")
    assert [row.title for row in client.get("/fi/events/years/2024/").context["page"]] == ["Vuodenvaihde"]
    assert [row.title for row in client.get("/fi/events/years/2025/").context["page"]] == ["Peruttu"]
    assert client.get("/fi/events/years/2025/").context["years"][-2:] == [2025, 2024]
    assert client.get(f"/fi/events/{old.pk}/").status_code == 200


def test_the_list_says_the_day_of_an_event_that_has_begun_or_is_long(cast: Cast, time_machine: Any) -> None:
    long = event(cast, "2026-12-15 09:00", "2026-12-17 12:00", title="Leiri")
    [day] = tables.by_day(
        rows.rows_of(rows.found_for(None, Finding(), at("2026-12-10 09:00")).ids), at("2026-12-10 09:00")
    )
    assert day.date == date(2026, 12, 15)
    assert "torstaina 17.12. klo 12" in re.sub(r"<[^>]+>", "", day.rows)
    assert long.title in day.rows
