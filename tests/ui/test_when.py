"""Time as people say it: words, years, midnight, summer time, other zones."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiksummin.core.time import HELSINKI, exists
from fiksummin.ui import when

TODAY = date(2026, 11, 23)  # a Monday
LANGUAGES = ("fi", "sv", "en")


def at(month: int, day: int, hour: int, minute: int = 0, *, year: int = 2026, fold: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=HELSINKI, fold=fold)


def said(start: datetime, end: datetime | None = None, *, zone: ZoneInfo = HELSINKI) -> tuple[str, str, str]:
    fi, sv, en = (when.spell(start, end, zone=zone, language=code, today=TODAY) for code in LANGUAGES)
    return fi, sv, en


@pytest.mark.parametrize(
    ("start", "end", "sentences"),
    [
        (
            at(12, 1, 9),
            at(12, 1, 15),
            ("tiistaina 1.12. klo 9–15", "tisdag 1.12 kl. 9–15", "Tue 1 Dec, 9:00–15:00"),
        ),
        (
            at(12, 1, 9, 30),
            at(12, 1, 15, 5),
            ("tiistaina 1.12. klo 9.30–15.05", "tisdag 1.12 kl. 9.30–15.05", "Tue 1 Dec, 9:30–15:05"),
        ),
        (
            at(12, 2, 9),
            None,
            ("keskiviikkona 2.12. klo 9", "onsdag 2.12 kl. 9", "Wed 2 Dec, 9:00"),
        ),
        (at(11, 23, 9), at(11, 23, 15), ("tänään klo 9–15", "i dag kl. 9–15", "today, 9:00–15:00")),
        (at(11, 24, 7), at(11, 24, 20), ("huomenna klo 7–20", "i morgon kl. 7–20", "tomorrow, 7:00–20:00")),
        (at(11, 22, 12), None, ("eilen klo 12", "i går kl. 12", "yesterday, 12:00")),
        (
            at(1, 4, 9, year=2027),
            at(1, 4, 10, year=2027),
            (
                "maanantaina 4.1.2027 klo 9–10",
                "måndag 4.1.2027 kl. 9–10",
                "Mon 4 Jan 2027, 9:00–10:00",
            ),
        ),
        (
            at(12, 4, 18),
            at(12, 5, 0),
            ("perjantaina 4.12. klo 18–24", "fredag 4.12 kl. 18–24", "Fri 4 Dec, 18:00–24:00"),
        ),
        (
            at(12, 5, 0),
            at(12, 6, 0),
            ("lauantaina 5.12. klo 0–24", "lördag 5.12 kl. 0–24", "Sat 5 Dec, 0:00–24:00"),
        ),
        (
            at(12, 4, 22),
            at(12, 5, 6),
            (
                "perjantaina 4.12. klo 22 – lauantaina 5.12. klo 6",
                "fredag 4.12 kl. 22 – lördag 5.12 kl. 6",
                "Fri 4 Dec, 22:00 – Sat 5 Dec, 6:00",
            ),
        ),
        (
            at(11, 23, 22),
            at(11, 24, 6),
            (
                "tänään klo 22 – huomenna klo 6",
                "i dag kl. 22 – i morgon kl. 6",
                "today, 22:00 – tomorrow, 6:00",
            ),
        ),
        (at(12, 1, 9), at(12, 1, 9), ("tiistaina 1.12. klo 9", "tisdag 1.12 kl. 9", "Tue 1 Dec, 9:00")),
    ],
)
def test_moments_and_ranges_are_said_as_people_say_them(
    start: datetime, end: datetime | None, sentences: tuple[str, str, str]
) -> None:
    assert said(start, end) == sentences


def test_the_zone_decides_the_day_and_the_hour() -> None:
    late = datetime(2026, 11, 30, 22, 30, tzinfo=UTC)
    assert said(late)[0] == "tiistaina 1.12. klo 0.30"
    assert said(late, zone=ZoneInfo("Europe/Stockholm"))[1] == "måndag 30.11 kl. 23.30"


def test_the_hour_that_comes_twice_says_which_it_is() -> None:
    summer, winter = at(10, 25, 3, 30), at(10, 25, 3, 30, fold=1)
    assert said(summer)[0] == "sunnuntaina 25.10. klo 3.30 (kesäaikaa)"
    assert said(winter) == (
        "sunnuntaina 25.10. klo 3.30 (normaaliaikaa)",
        "söndag 25.10 kl. 3.30 (normaltid)",
        "Sun 25 Oct, 3:30 (standard time)",
    )
    assert said(summer, winter)[2] == "Sun 25 Oct, 3:30 (summer time)–3:30 (standard time)"


def test_a_day_of_25_hours_and_one_of_23_are_said_plainly() -> None:
    assert said(at(10, 25, 0), at(10, 26, 0))[0] == "sunnuntaina 25.10. klo 0–24"
    assert said(at(3, 29, 2), at(3, 29, 4))[0] == "sunnuntaina 29.3. klo 2–4"


def test_what_is_kept_names_day_and_year() -> None:
    text = when.spell(at(11, 23, 9), at(11, 23, 15), zone=HELSINKI, language="fi")
    assert text == "maanantaina 23.11.2026 klo 9–15"


def test_days_alone_and_as_headings() -> None:
    assert when.day(TODAY, language="sv", today=TODAY) == "i dag"
    assert when.day(date(2026, 12, 6), language="fi", today=TODAY) == "sunnuntaina 6.12."
    assert when.heading(date(2026, 12, 6), language="fi", today=TODAY) == "Sunnuntai 6.12."
    assert when.heading(TODAY, language="en", today=TODAY) == "Monday 23 Nov"
    assert when.heading(date(2027, 1, 6), language="sv", today=TODAY) == "Onsdag 6.1.2027"


@pytest.mark.parametrize(
    ("first", "last", "sentences"),
    [
        (date(2026, 11, 25), date(2026, 11, 27), ("25.–27.11.", "25–27.11", "25–27 Nov")),
        (date(2026, 11, 30), date(2026, 12, 4), ("30.11.–4.12.", "30.11–4.12", "30 Nov – 4 Dec")),
        (
            date(2026, 12, 30),
            date(2027, 1, 2),
            ("30.12.2026–2.1.2027", "30.12.2026–2.1.2027", "30 Dec 2026 – 2 Jan 2027"),
        ),
        (date(2027, 1, 4), date(2027, 1, 8), ("4.–8.1.2027", "4–8.1.2027", "4–8 Jan 2027")),
        (date(2026, 12, 1), date(2026, 12, 1), ("tiistaina 1.12.", "tisdag 1.12", "Tue 1 Dec")),
    ],
)
def test_ranges_of_days(first: date, last: date, sentences: tuple[str, str, str]) -> None:
    assert tuple(when.days(first, last, language=code, today=TODAY) for code in LANGUAGES) == sentences


def test_hours_of_the_wall_clock() -> None:
    assert [when.hours(time(7), time(20), code) for code in LANGUAGES] == [
        "klo 7–20",
        "kl. 7–20",
        "7:00–20:00",
    ]
    assert when.hours(time(9, 30), time(0), "fi") == "klo 9.30–24"


def test_an_hour_alone() -> None:
    moment = at(12, 1, 9, 5)
    assert [when.clock(moment, zone=HELSINKI, language=code) for code in LANGUAGES] == [
        "klo 9.05",
        "kl. 9.05",
        "9:05",
    ]


def test_a_language_we_do_not_speak_becomes_finnish() -> None:
    assert when.spell(at(11, 23, 9), zone=HELSINKI, language="se", today=TODAY) == "tänään klo 9"


def test_a_regional_code_is_its_language() -> None:
    assert when.spell(at(11, 23, 9), zone=HELSINKI, language="en-gb", today=TODAY) == "today, 9:00"


@given(
    moment=st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)),  # noqa: DTZ001 -- hypothesis asks for naive bounds
    minutes=st.integers(0, 5000),
    code=st.sampled_from(LANGUAGES),
)
def test_every_moment_is_named_by_its_own_pieces(moment: datetime, minutes: int, code: str) -> None:
    start = moment.replace(tzinfo=UTC, second=0, microsecond=0)
    end = start.fromtimestamp(start.timestamp() + minutes * 60, UTC)
    pieces = when.pieces(start, end, zone=HELSINKI, language=code, today=TODAY)
    # as seconds: an hour that comes twice is never equal to a moment told by another zone's clock
    named = [point for _, point in pieces if isinstance(point, datetime)]
    assert named[0].timestamp() == start.timestamp()
    assert named[-1].timestamp() == (end if minutes else start).timestamp()
    assert all(exists(point) for point in named)
    assert "".join(text for text, _ in pieces) == when.spell(
        start, end, zone=HELSINKI, language=code, today=TODAY
    )
