"""What the database refuses of claims, whoever writes and however; and that reading agrees with a plain model."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fiksummin.spaces import queries
from fiksummin.spaces.actions import claims
from fiksummin.spaces.models import Claim, Hold, Site
from tests import races
from tests.factories import spaces

NINE = datetime(2026, 11, 24, 7, tzinfo=UTC)
"""Nine by the site's clock."""
SLOT = timedelta(minutes=30)
SQLITE = "SQLite alone writes so"


class Shell:
    """The database's own driver beside Django: what ``psql`` and ``sqlite3`` do."""

    def __init__(self) -> None:
        """Connect to the same database."""
        own = connection.settings_dict
        if connection.vendor == "postgresql":
            import psycopg  # noqa: PLC0415 -- only this engine needs it

            self.driver: Any = psycopg
            self.raw: Any = psycopg.connect(
                dbname=own["NAME"], host=own["HOST"], user=own["USER"], port=own["PORT"] or None
            )
        else:
            import pysqlite3  # noqa: PLC0415 -- as above

            self.driver, self.raw = pysqlite3, pysqlite3.connect(own["NAME"])

    def write(self, statement: str) -> None:
        """Run a statement and commit."""
        with closing(self.raw.cursor()) as cursor:
            cursor.execute(statement)
        self.raw.commit()

    def close(self) -> None:
        """End it."""
        self.raw.close()


@pytest.fixture
def shell(transactional_db: None) -> Iterator[Shell]:
    """A shell on a database with two claims of one seat: 1 from nine to eleven, 2 from twelve to one."""
    seat = spaces.site(seats=1).cells.get()
    hold = Hold.objects.create()
    times = {1: (NINE, NINE + 4 * SLOT), 2: (NINE + 6 * SLOT, NINE + 8 * SLOT)}
    for pk, (start, end) in times.items():
        Claim.objects.create(pk=pk, hold=hold, cell=seat, starts_at=start, ends_at=end)
    shell = Shell()
    yield shell
    shell.close()


def insert(start: str, end: str, how: str = "INSERT", pk: int = 3) -> str:
    return (
        f"{how} INTO spaces_claim (id, hold_id, cell_id, starts_at, ends_at)"  # noqa: S608 -- the words of this file
        f" SELECT {pk}, hold_id, cell_id, '2026-11-24 {start}', '2026-11-24 {end}'"
        " FROM spaces_claim WHERE id = 1"
    )


HALF_PAST_SEVEN, EIGHT = (
    "x'323032362d31312d32342030373a33303a3030'",
    "x'323032362d31312d32342030383a30303a3030'",
)
"""Moments in the right letters that are a blob, not text."""


def update(change: str, pk: int = 2, how: str = "UPDATE") -> str:
    return f"{how} spaces_claim SET {change} WHERE id = {pk}"


@pytest.mark.parametrize(
    "statement",
    [
        insert("06:30:00", "07:30:00"),
        insert("08:30:00", "09:30:00"),
        insert("07:30:00", "08:00:00"),
        insert("06:00:00", "13:00:00"),
        insert("07:00:00", "09:00:00"),
        insert("08:59:59.999999", "09:30:00"),
        update("starts_at = '2026-11-24 08:59:59'"),
        update("starts_at = '2026-11-24 08:00:00', ends_at = '2026-11-24 08:30:00'"),
        update("ends_at = '2026-11-24 10:00:01'", pk=1),
    ],
)
def test_the_shell_cannot_make_two_claims_meet(shell: Shell, statement: str) -> None:
    if connection.vendor == "postgresql":
        statement = statement.replace("00'", "00+00'").replace("59'", "59+00'").replace("99'", "99+00'")
        statement = statement.replace("01'", "01+00'")
    with pytest.raises(shell.driver.IntegrityError):
        shell.write(statement)
    shell.raw.rollback()
    assert (races.overlaps(), Claim.objects.count()) == (0, 2)


def test_the_shell_may_write_what_only_touches(shell: Shell) -> None:
    zone = "+00" if connection.vendor == "postgresql" else ""
    shell.write(insert(f"09:00:00{zone}", f"10:00:00{zone}"))
    assert Claim.objects.count() == 3


@pytest.mark.parametrize(
    "statement",
    [
        insert("07:30:00", "08:00:00", how="INSERT OR REPLACE"),
        insert("07:30:00", "08:00:00", how="INSERT OR REPLACE", pk=2),
        insert("07:30:00", "08:00:00", how="INSERT OR IGNORE"),
        insert("07:30:00", "08:00:00", how="INSERT OR FAIL"),
        update("starts_at = '2026-11-24 08:00:00'", how="UPDATE OR REPLACE"),
        update("starts_at = '2026-11-24 08:00:00'", how="UPDATE OR IGNORE"),
        update("id = 9, starts_at = '2026-11-24 08:00:00'"),
        update(f"starts_at = {HALF_PAST_SEVEN}, ends_at = {EIGHT}"),
    ],
)
def test_sqlites_ways_around_a_conflict_lead_nowhere(shell: Shell, statement: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip(SQLITE)
    with pytest.raises(shell.driver.IntegrityError):
        shell.write(statement)
    shell.raw.rollback()
    assert (races.overlaps(), Claim.objects.count()) == (0, 2)


@pytest.mark.parametrize(
    "moment",
    [
        "'2026-11-24T10:00:00'",
        "'2026-11-24 10:00'",
        "'2026-11-24 10:00:00Z'",
        "'2026-11-24 10:00:00+02:00'",
        "'2026-11-24 10:00:00.5'",
        "'2026-11-24 10:00:00 '",
        "' 2026-11-24 10:00:00'",
        "'2026-11-24'",
        "'24.11.2026 10:00:00'",
        "'99999-11-24 10:00:00'",
        "'2026-19-39 29:00:00'",
        "'2026-13-01 10:00:00'",
        "'2026-02-30 10:00:00'",
        "'2027-02-29 10:00:00.000001'",
        "'2026-11-24 24:00:00'",
        "'2026-11-24 25:00:00'",
        "''",
        "1795000000",
        "2461369.5",
        "x'323032362d31312d32342031303a30303a3030'",
        "datetime('2026-11-24 10:00:00', 'subsec')",
    ],
)
def test_sqlite_refuses_every_spelling_but_one(shell: Shell, moment: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip(SQLITE)
    for column in ("starts_at", "ends_at"):
        with pytest.raises(shell.driver.IntegrityError):
            shell.write(update(f"{column} = {moment}"))
        shell.raw.rollback()
    assert races.overlaps() == 0


# --- A plain model ---------------------------------------------------------------------------------------

type Model = dict[int, list[tuple[int, int]]]
"""Seat → half-open ranges, in half-hours from seven o'clock."""
LAST = 26
seats = st.sets(st.integers(0, 2), min_size=1)
ranges = st.tuples(st.integers(0, LAST - 1), st.integers(1, LAST)).map(
    lambda r: (r[0], min(LAST, r[0] + r[1]))
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("claim"), seats, ranges),
        st.tuples(st.just("release"), st.integers(0, 9), st.none()),
        st.tuples(st.just("leave"), st.integers(0, 9), st.integers(1, LAST)),
    ),
    max_size=12,
)


class Book:
    """The kernel and the plain model side by side."""

    def __init__(self, site: Site) -> None:
        """Begin with nothing claimed on the next open day."""
        self.site, self.day = site, spaces.open_day(site)
        self.opens = spaces.at(site, self.day, "7:00")
        self.cells = list(site.cells.order_by("position").values_list("pk", flat=True))
        self.holds: list[tuple[Hold, set[int], tuple[int, int]]] = []

    def moment(self, slot: int) -> datetime:
        return self.opens + slot * SLOT

    @property
    def model(self) -> Model:
        return {
            seat: [span for _hold, held, span in self.holds if seat in held and span[0] < span[1]]
            for seat in range(3)
        }

    def is_free(self, seat: int, span: tuple[int, int]) -> bool:
        return all(end <= span[0] or start >= span[1] for start, end in self.model[seat])

    def claim(self, wanted: set[int], span: tuple[int, int]) -> None:
        fits = all(self.is_free(seat, span) for seat in wanted)
        try:
            hold = claims.claim([self.cells[seat] for seat in wanted], *map(self.moment, span))
        except claims.Taken:
            assert not fits
        else:
            assert fits
            self.holds.append((hold, wanted, span))

    def release(self, number: int, _at: None) -> None:
        if number < len(self.holds):
            claims.release(self.holds.pop(number)[0])

    def leave(self, number: int, slot: int) -> None:
        if number < len(self.holds):
            hold, held, (start, end) = self.holds[number]
            claims.release(hold, at=self.moment(slot))
            self.holds[number] = (hold, held, (start, max(start, min(end, slot))))

    def check(self, span: tuple[int, int]) -> None:
        free = [self.cells[seat] for seat in range(3) if self.is_free(seat, span)]
        start, end = map(self.moment, span)
        assert list(queries.free_cells(self.site, start, end).values_list("pk", flat=True)) == free
        assert queries.free_seats(self.site, start, end) == len(free)
        day = queries.days(self.site, self.day, self.day)[0]
        counted = [(span.starts_at, span.free) for span in day.spans]
        assert counted == self.changes()
        assert day.whole == sum(not spans for spans in self.model.values())

    def changes(self) -> list[tuple[datetime, int]]:
        """From when on how many seats are free, told slot by slot."""
        free = [sum(self.is_free(seat, (slot, slot + 1)) for seat in range(3)) for slot in range(LAST)]
        turns = [slot for slot in range(LAST) if slot == 0 or free[slot] != free[slot - 1]]
        return [(self.moment(slot), free[slot]) for slot in turns]


@pytest.fixture
def three_seats(db: None) -> Site:
    return spaces.site(seats=3)


@settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(plan=steps, asked=ranges)
def test_claims_and_free_seats_agree_with_a_plain_model(
    three_seats: Site, plan: list[Any], asked: tuple[int, int]
) -> None:
    with transaction.atomic():
        book = Book(three_seats)
        for act, one, other in plan:
            getattr(book, act)(one, other)
        book.check(asked)
        assert races.overlaps() == 0
        transaction.set_rollback(True)
