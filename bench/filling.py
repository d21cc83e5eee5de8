"""A site of many spaces with many bookings, written as fast as the database takes rows; its guards stay on.

Called within ``fiksummin manage shell``, so that the triggers, the exclusion
constraint and the notes of changes do their work for every row.
"""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from fiksummin.core.time import now
from fiksummin.spaces.models import Cell, Hours, Layout, Policy, Site, Space

OPENS, CLOSES = 5, 18
"""By UTC: seven to eight in the evening in a Finnish winter."""
SET_COUNTER = "SELECT setval(pg_get_serial_sequence('{0}', 'id'), max(id)) FROM {0}"
BOOKING = (
    "id, site_id, hold_id, starts_at, ends_at, people, extra_seats, title, is_public, note,"
    " wants_introduction, sequence, made_at, reason"
)


def fill(slug: str, spaces: int, days: int, bookings: int, minutes: tuple[int, ...]) -> None:
    """Make the site, its spaces, and about so many bookings on the weekdays ahead."""
    began = time.perf_counter()
    with transaction.atomic():
        site = Site.objects.create(
            slug=slug, name_fi=slug, street="Mittakatu 1", postcode="00100", town_fi="Helsinki",
            closed_on_holidays=False, days_ahead=300,
        )  # fmt: skip
        Hours.objects.bulk_create(
            Hours(site=site, weekday=n, opens="07:00", closes="20:00") for n in range(5)
        )
        pairs = _spaces(site, spaces)
        rows = list(_ranges(pairs, days, bookings, minutes))
    _write(site.pk, rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(len(rows), round(time.perf_counter() - began, 1), end="")


def _spaces(site: Site, wanted: int) -> list[tuple[int, int]]:
    chance = random.Random(7)  # noqa: S311 -- the same data each time
    policy = Policy.objects.create(
        site=site, name_fi="Mitta", days_ahead=300, ahead_per_person=30_000, ahead_per_organisation=30_000
    )
    pairs = []
    for number in range(wanted):
        cell = Cell.objects.create(site=site, kind="part", label=f"M{number}", position=number)
        space = Space.objects.create(
            site=site, kind="room", name_fi=f"Huone {number}", seats=chance.randint(2, 12), policy=policy,
            position=number, features=chance.sample(["wall", "screen", "step_free"], 2),
        )  # fmt: skip
        space.cells.add(cell)
        if number % 20 == 0:
            Layout.objects.create(space=space, kind="board", seats=space.seats, is_usual=True)
            Layout.objects.create(space=space, kind="theatre", seats=space.seats * 2, setup_minutes=30)
        pairs.append((space.pk, cell.pk))
    return pairs


def _ranges(
    pairs: list[tuple[int, int]], days: int, wanted: int, minutes: tuple[int, ...]
) -> Iterator[tuple[int, int, datetime, datetime]]:
    """Spread bookings evenly: each space and day has as many as any other, at odd times."""
    chance = random.Random(11)  # noqa: S311 -- as above
    first = now().replace(hour=0, minute=0, second=0, microsecond=0)
    weekdays = [d for n in range(days + 1) if (d := first + timedelta(days=n)).weekday() < 5]
    each, left = wanted / len(weekdays) / len(pairs), 0.0
    for day in weekdays:
        for space, cell in pairs:
            left += each
            count, left = int(left), left - int(left)
            at, gaps = OPENS * 60, (CLOSES - OPENS) * 60 - count * max(minutes)
            for number in range(count):
                wait = chance.randint(0, min(gaps, gaps // (count - number) * 2) // 15) * 15
                gaps -= wait
                length = chance.choice(minutes)
                start = day + timedelta(minutes=at + wait)
                yield space, cell, start, start + timedelta(minutes=length)
                at += wait + length


def _write(site: int, rows: list[tuple[int, int, datetime, datetime]]) -> None:
    tables = ("spaces_hold", "spaces_booking", "spaces_bookedspace", "spaces_claim")
    with transaction.atomic(), connection.cursor() as cursor:
        hold, booking, place, claim = (_next(cursor, table) for table in tables)
        made = _moment(datetime.now(UTC))
        times = [(_moment(start), _moment(end)) for _space, _cell, start, end in rows]
        _insert(cursor, "spaces_hold", "id, made_at", ((hold + n, made) for n in range(len(rows))))
        _insert(
            cursor, "spaces_booking", BOOKING,
            (
                (booking + n, site, hold + n, *times[n], 4, 0, "Mitta", n % 10 == 0, "", False, 0, made, "")
                for n in range(len(rows))
            ),
        )  # fmt: skip
        _insert(
            cursor, "spaces_bookedspace", "id, booking_id, space_id, changeover_minutes, buffer_minutes",
            ((place + n, booking + n, row[0], 0, 0) for n, row in enumerate(rows)),
        )  # fmt: skip
        _insert(
            cursor, "spaces_claim", "id, hold_id, cell_id, starts_at, ends_at",
            ((claim + n, hold + n, row[1], *times[n]) for n, row in enumerate(rows)),
        )  # fmt: skip
        if connection.vendor == "postgresql":
            for table in tables:
                cursor.execute(SET_COUNTER.format(table))


def _next(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")  # noqa: S608 -- as above
    return int(cursor.fetchone()[0])


def _insert(cursor: Any, table: str, columns: str, rows: Iterator[tuple[Any, ...]]) -> None:
    if connection.vendor == "postgresql":
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(columns.split(",")))
        cursor.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 -- as above


def _moment(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
