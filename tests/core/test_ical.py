"""Reading others' calendars: what is said is understood, and whatever is hostile ends in a sentence, soon."""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from fiksummin.core import ical
from fiksummin.core.errors import Invalid
from fiksummin.core.ical.instances import key_of
from fiksummin.core.time import HELSINKI

START, END = datetime(2026, 11, 24, tzinfo=UTC), datetime(2027, 12, 29, tzinfo=UTC)
EVENT = ["UID:yksi@virasto.example", "DTSTAMP:20261101T080000Z"]


def file(*events: list[str], head: tuple[str, ...] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muu//FI", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def expand(raw: bytes) -> tuple[list[ical.Instance], list[str]]:
    document = ical.read(raw)
    events, unreadable = ical.events_of(document, HELSINKI)
    found, refused = ical.instances(events, START, END, HELSINKI, ical.Budget())
    return found, [why for _uid, why in unreadable + refused]


def one(*lines: str, head: tuple[str, ...] = ()) -> ical.Instance:
    found, refused = expand(file([*EVENT, *lines], head=head))
    assert refused == []
    (only,) = found
    return only


def refusal(raw: bytes) -> str:
    """The only sentence about a file, of which nothing is taken."""
    try:
        found, refused = expand(raw)
    except Invalid as why:
        return why.reason
    assert found == []
    (sentence,) = refused
    return sentence


HALF_PAST_TEN = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "head"),
    [
        ("DTSTART:20261125T083000Z", ()),
        ("DTSTART:20261125T103000", ()),
        ("DTSTART;TZID=Europe/Helsinki:20261125T103000", ()),
        ('DTSTART;TZID="Europe/Helsinki":20261125T103000', ()),
        ("DTSTART;TZID=FLE Standard Time:20261125T103000", ()),
        ("DTSTART;TZID=W. Europe Standard Time:20261125T093000", ()),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Helsinki:20261125T103000", ()),
        ("DTSTART;TZID=/a.example/America/Argentina/Buenos_Aires:20261125T053000", ()),
        (
            "DTSTART;TZID=Oma aika:20261125T103000",
            ("BEGIN:VTIMEZONE", "TZID:Oma aika", "X-LIC-LOCATION:Europe/Helsinki", "END:VTIMEZONE"),
        ),
    ],
)
def test_a_time_is_understood_whatever_its_zone_is_called(start: str, head: tuple[str, ...]) -> None:
    found = one(start, "DURATION:PT1H30M", head=head)
    assert (found.start, found.end) == (HALF_PAST_TEN, HALF_PAST_TEN + timedelta(minutes=90))
    assert found.key == ""


def test_a_day_is_a_day_and_ends_with_the_next() -> None:
    found = one("DTSTART;VALUE=DATE:20261207")
    assert (found.start, found.end) == (date(2026, 12, 7), date(2026, 12, 8))


def test_an_hour_that_summer_time_skips_is_the_hour_after_it() -> None:
    found = one("DTSTART;TZID=Europe/Helsinki:20270328T033000", "DURATION:PT1H")
    assert found.start == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_series_keeps_the_hour_on_the_wall_over_summer_time() -> None:
    found, _refused = expand(
        file(
            [
                *EVENT,
                "DTSTART;TZID=Europe/Helsinki:20270325T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=2",
            ]
        )
    )
    assert [each.start for each in found] == [
        datetime(2027, 3, 25, 8, tzinfo=UTC), datetime(2027, 4, 1, 7, tzinfo=UTC),
    ]  # fmt: skip


def test_exceptions_are_left_out_extra_dates_come_and_changed_ones_move() -> None:
    master = [
        *EVENT, "DTSTART:20261125T083000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE:20261126T083000Z", "RDATE:20261201T120000Z",
    ]  # fmt: skip
    changed = [*EVENT, "RECURRENCE-ID:20261127T083000Z", "DTSTART:20261127T100000Z", "DURATION:PT2H"]
    gone = [
        *EVENT,
        "RECURRENCE-ID:20261128T083000Z",
        "DTSTART:20261128T083000Z",
        "DURATION:PT1H",
        "STATUS:CANCELLED",
    ]
    found, refused = expand(file(master, changed, gone))
    assert refused == []
    assert sorted((each.key, f"{each.start:%d %H}") for each in found) == [
        ("20261125T083000Z", "25 08"),
        ("20261127T083000Z", "27 10"),
        ("20261201T120000Z", "01 12"),
    ]


def test_what_is_free_or_cancelled_takes_no_time() -> None:
    start = ["DTSTART:20261125T083000Z", "DURATION:PT1H"]
    assert expand(file([*EVENT, *start, "TRANSP:TRANSPARENT"], ["UID:b", *start, "STATUS:CANCELLED"])) == (
        [],
        [],
    )


def test_who_asks_is_read_in_small_letters_and_a_summary_stays_on_its_line() -> None:
    event = one(
        "DTSTART:20261125T083000Z", "DURATION:PT1H", "SEQUENCE:3",
        r"SUMMARY:Aamu\, <b>ilta</b>\n ja muuta", 'ORGANIZER;CN=Aino;SENT-BY="mailto:Sih@v.example":MAILTO:Aino@v.example',
        "ATTENDEE;CUTYPE=RESOURCE:mailto:sali@lab.example", 'ATTENDEE;CN="a;b:c":mailto:x@v.example',
    ).event  # fmt: skip
    assert event.summary == "Aamu, <b>ilta</b> ja muuta"
    assert event.organizer == ("aino@v.example", "sih@v.example")
    assert event.attendees == (("sali@lab.example", False), ("x@v.example", True))
    assert event.sequence == 3


def test_alarms_attachments_and_unknown_parts_are_passed_over() -> None:
    inside = [
        "BEGIN:VALARM", "TRIGGER:-PT15M", "DTSTART:rikki", "END:VALARM", "ATTACH;ENCODING=BASE64:" + "A" * 300_000,
        "X-ALT-DESC;FMTTYPE=text/html:<script>alert(1)</script>",
    ]  # fmt: skip
    assert one("DTSTART:20261125T083000Z", "DURATION:PT1H", *inside).start == HALF_PAST_TEN


WHEN = ["DTSTART:20261125T083000Z", "DURATION:PT1H"]


@pytest.mark.parametrize(
    "lines",
    [
        ["DURATION:PT1H"],
        ["DTSTART:20261125T083000Z"],
        ["DTSTART:20261125T083000Z", "DTEND:20261125T073000Z"],
        ["DTSTART:20261125T083000Z", "DTEND;VALUE=DATE:20261126"],
        ["DTSTART:20261125T083000Z", "DURATION:-PT1H"],
        ["DTSTART:20261125T083000Z", "DURATION:P"],
        ["DTSTART:20261399T083000Z", "DURATION:PT1H"],
        ["DTSTART:00010101T000000Z", "DURATION:PT1H"],
        ["DTSTART:99991231T235900Z", "DURATION:PT1H"],
        ["DTSTART;TZID=../../etc/passwd:20261125T083000", "DURATION:PT1H"],
        ["DTSTART;TZID=Kuun aika:20261125T083000", "DURATION:PT1H"],
        ["DTSTART:20261125T083000Z,20261126T083000Z", "DURATION:PT1H"],
        [*WHEN, "SEQUENCE:viisi"],
        [*WHEN, "RRULE:FREQ=SECONDLY"],
        [*WHEN, "RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2"],
        [*WHEN, "RRULE:FREQ=DAILY;COUNT=0"],
        [*WHEN, "RRULE:FREQ=DAILY;INTERVAL=-1"],
        [*WHEN, "RRULE:FREQ=DAILY;INTERVAL=99999999999999999999"],
        [*WHEN, "RRULE:FREQ=FORTNIGHTLY"],
        [*WHEN, "RRULE:" + ";".join(["FREQ=DAILY"] * 500)],
        [*WHEN, "RRULE:FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 4000)],
        [*WHEN, "RRULE:FREQ=MONTHLY;BYMONTHDAY=0"],
        [*WHEN, "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"],
        [*WHEN, "EXDATE:" + ",".join(["20261125T083000Z"] * 3_001)],
        ["RECURRENCE-ID;RANGE=THISANDFUTURE:20261125T083000Z", *WHEN],
    ],
)  # fmt: skip
def test_an_event_that_cannot_be_is_refused_with_a_sentence(lines: list[str]) -> None:
    assert refusal(file([*EVENT, *lines])).endswith((".", "!"))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html>not found</html>",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n",
        b"BEGIN:VCALENDAR\r\n" * 50_000,
        b"BEGIN:VCALENDAR\r\nX:\xff\xfe\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nX:\x00\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"X:" + b"\r\n a" * 800_000,
        b"BEGIN:VCALENDAR\r\n" + b"X:y\r\n" * 110_000 + b"END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 13_000 + b"END:VCALENDAR\r\n",
        file([*EVENT, *["ATTENDEE:mailto:a@b.example"] * 2_500]),
        file(["UID;" + ";".join(f'A{n}="{'x' * 10}"' for n in range(2_000)) + ":x"]),
        b"x" * (ical.MOST_BYTES + 1),
    ],
)  # fmt: skip
def test_a_file_that_is_no_calendar_or_too_heavy_is_refused_as_a_whole(raw: bytes) -> None:
    assert refusal(raw).endswith(".")


def test_an_endless_rule_ends_with_the_window() -> None:
    found, refused = expand(file([*EVENT, *WHEN, "RRULE:FREQ=DAILY"]))
    assert refused == []
    assert len(found) == 399


def heavy() -> Iterator[tuple[str, bytes]]:
    """Calendars within the bounds that cost as much as they can."""
    old = ["DTSTART:19700101T083000Z", "DURATION:PT1H"]
    yield (
        "rules that never match",
        file(*([f"UID:{n}", *old, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"] for n in range(3_000))),
    )
    yield (
        "rules by set",
        file(
            *(
                [
                    f"UID:{n}",
                    *old,
                    "RRULE:FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 60))) + ";BYSETPOS=-1,1,5",
                ]
                for n in range(3_000)
            )
        ),
    )
    yield (
        "10,000 changed dates",
        file(
            [*EVENT, *WHEN, "RRULE:FREQ=DAILY"],
            *(
                [*EVENT, f"RECURRENCE-ID:{START + timedelta(minutes=n):%Y%m%dT%H%M%SZ}", *WHEN]
                for n in range(10_000)
            ),
        ),
    )
    yield (
        "thousands of days without end",
        file(*([f"UID:{n}", *WHEN, "RRULE:FREQ=DAILY"] for n in range(5_000))),
    )
    yield "long since", file(*([f"UID:{n}", *WHEN, "DURATION:P9000D"] for n in range(10_000)))


@pytest.mark.parametrize(("name", "raw"), [pytest.param(*each, id=each[0]) for each in heavy()])
def test_the_heaviest_calendars_cost_seconds_at_most(name: str, raw: bytes) -> None:
    began = time.process_time()
    try:
        found, refused = expand(raw)
    except Invalid:
        found, refused = [], ["too heavy"]
    assert time.process_time() - began < 20
    assert len(found) <= 5_000
    assert found or refused


MOMENTS = st.integers(0, 60 * 24 * 60).map(
    lambda minutes: (datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=minutes)).replace(tzinfo=None)
)
RULES = st.builds(
    lambda freq, interval, end, days: (
        f"FREQ={freq};INTERVAL={interval};{end}" + (f";BYDAY={days}" if freq == "WEEKLY" else "")
    ),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 4),
    st.one_of(st.integers(1, 20).map("COUNT={}".format), st.just("UNTIL=20270601T000000Z")),
    st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SU"]), min_size=1).map(
        lambda days: ",".join(sorted(days))
    ),
)


@settings(max_examples=60, deadline=None)
@given(first=MOMENTS, rule=RULES, zone=st.sampled_from(["Europe/Helsinki", "America/New_York", "UTC"]))
def test_ordinary_series_are_expanded_as_another_library_does(first: datetime, rule: str, zone: str) -> None:
    raw = file([*EVENT, f"DTSTART;TZID={zone}:{first:%Y%m%dT%H%M%S}", "DURATION:PT1H", f"RRULE:{rule}"])
    found, refused = expand(raw)
    theirs = recurring_ical_events.of(Calendar.from_ical(raw)).between(START, END)
    expected = {event["DTSTART"].dt.astimezone(UTC) for event in theirs}
    # RFC 5545 counts the first time in even when its day is not one of the rule's; dateutil leaves it out.
    assert refused == []
    assert {each.start for each in found} ^ expected <= {first.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "UID:a", "UID:", "DTSTART:20261125T083000Z",
    "DTSTART;VALUE=DATE:20261125", "DTEND:20261125T093000Z", "RRULE:FREQ=DAILY", "RRULE:", "EXDATE:", "RDATE:x",
    "RECURRENCE-ID:20261126T083000Z", "SEQUENCE:-1", "DTSTAMP:20261125", "ORGANIZER:", 'ATTENDEE;X=":mailto:', ";", ":", "A",
]), max_size=25))  # fmt: skip
def test_whatever_the_lines_nothing_but_a_sentence_is_raised(lines: list[str]) -> None:
    with suppress(Invalid):
        expand("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode())


def test_a_date_of_a_series_has_one_key_whatever_zone_it_is_told_in() -> None:
    local = datetime(2026, 11, 25, 10, 30, tzinfo=HELSINKI)
    assert key_of(local) == key_of(HALF_PAST_TEN) == "20261125T083000Z"
