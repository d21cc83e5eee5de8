"""What this process remembers of what is free is exact, and never older than the last commit of anybody."""

import os
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fiksummin.core.time import now
from fiksummin.spaces import actions
from fiksummin.spaces.models import Cell, Change, Claim, Hold, Space
from fiksummin.spaces.queries.availability import MEMORY, bits, memory, news
from fiksummin.spaces.queries.availability.wanted import minute, moment_of
from tests import engines, races
from tests.factories import spaces

SPAN = 3 * 1440
"""Minutes within which claims are tried: three days."""
EXAMPLES = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
MOMENTS = st.tuples(st.integers(0, SPAN), st.integers(1, 2000), st.integers(0, 59), st.integers(0, 1))


@given(st.integers(0, 2**200 - 1), st.integers(1, 60))
def test_starts_of_a_free_range(free: int, length: int) -> None:
    wanted = (1 << length) - 1
    plain = sum(1 << place for place in range(200) if free >> place & wanted == wanted)
    assert bits.starts(free, length) == plain


@given(st.integers(0, 2**200 - 1), st.integers(0, 210))
def test_the_nearest_start(found: int, wanted: int) -> None:
    places = [place for place in range(200) if found >> place & 1]
    for step in (15, 5, 1):
        on = [place for place in places if (7 + place) % step == 0]
        if on:
            near = bits.nearest(found, wanted, 7, 200)
            assert near in on
            assert abs(near - wanted) == min(abs(place - wanted) for place in on)
            return
    assert bits.nearest(found, wanted, 7, 200) == -1


@given(st.integers(0, SPAN), st.integers(1, SPAN), st.integers(0, SPAN), st.integers(1, SPAN))
def test_minutes_over_midnight(start: int, length: int, first: int, asked: int) -> None:
    chunks: dict[int, int] = {}
    bits.mark(chunks, start, start + length)
    plain = sum(1 << place for place in range(asked) if start <= first + place < start + length)
    assert bits.window(chunks, first, asked) == plain


@pytest.fixture
def always_committed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the memory keep what it reads although the test's own transaction is never committed."""
    monkeypatch.setattr(memory, "within_transaction", lambda: False)


@pytest.fixture
def cells(db: None) -> list[Cell]:
    return list(spaces.site(seats=3).cells.all())


def agrees(cells: list[Cell], ranges: list[tuple[int, int]]) -> bool:
    """Say whether the memory tells of every cell and range what plain SQL tells."""
    look = MEMORY.look([cell.site_id for cell in cells if cell.site_id])
    return all(
        bool(bits.window(look.board.days(cell.pk), start, length))
        == Claim.objects.filter(
            cell=cell, starts_at__lt=moment_of(start + length), ends_at__gt=moment_of(start)
        ).exists()
        for cell in cells
        for start, length in ranges
    )


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "aside"])
@EXAMPLES
@given(
    acts=st.lists(st.tuples(st.sampled_from("icud"), st.integers(0, 2), MOMENTS), max_size=12), data=st.data()
)
def test_the_memory_tells_what_sql_tells(
    cells: list[Cell], monkeypatch: pytest.MonkeyPatch, kept: bool, acts: list[Any], data: st.DataObject
) -> None:
    """Claims come, change and go at any second; ranges of whole minutes are asked for in between."""
    monkeypatch.setattr(memory, "within_transaction", lambda: not kept)
    Claim.objects.all().delete()
    first = minute(now()) + 60
    for act, number, (offset, length, second, odd) in acts:
        start = moment_of(first + offset) + timedelta(seconds=second, microseconds=odd)
        end = start + timedelta(minutes=length, seconds=second, microseconds=odd)
        standing = Claim.objects.filter(cell=cells[number]).first()
        if act == "d" and standing:
            standing.delete()
        elif act == "u" and standing:
            standing.ends_at = standing.starts_at + timedelta(minutes=1, seconds=second)
            standing.save()
        else:
            claim_if_free(cells[number], start, end)
        asked = data.draw(
            st.lists(st.tuples(st.integers(0, SPAN), st.integers(1, 600)), min_size=3, max_size=3)
        )
        edges = [(minute(claim.ends_at) - first, 30) for claim in Claim.objects.all()]
        assert agrees(cells, [(first + start, length) for start, length in [*asked, *edges] if start >= 0])


def claim_if_free(cell: Cell, start: Any, end: Any) -> None:
    if not Claim.objects.filter(cell=cell, starts_at__lt=end, ends_at__gt=start).exists():
        Claim.objects.create(hold=Hold.objects.create(), cell=cell, starts_at=start, ends_at=end)


@pytest.mark.usefixtures("always_committed")
def test_looking_again_costs_one_query(cells: list[Cell], django_assert_num_queries: Any) -> None:
    MEMORY.look()
    with django_assert_num_queries(1):
        MEMORY.look()
    claim_if_free(cells[0], now() + timedelta(hours=1), now() + timedelta(hours=2))
    with django_assert_num_queries(2):
        look = MEMORY.look()
    assert look.board.days(cells[0].pk)


# --- Real commits of others ---------------------------------------------------------------


@pytest.fixture
def seats(transactional_db: None) -> list[Cell]:
    return list(spaces.site(seats=2).cells.all())


def taken(cell: Cell, start: int) -> bool:
    return bool(bits.window(MEMORY.look().board.days(cell.pk), start, 30))


def test_a_swept_log_is_read_on_or_all_anew(seats: list[Cell]) -> None:
    start = minute(now()) + 60
    assert not taken(seats[0], start)
    for cell in seats:
        claim_if_free(cell, moment_of(start), moment_of(start + 30))
        actions.sweep_changes()
        actions.sweep_changes()
    *before, last_but_one, _last = Change.objects.order_by("pk")
    # PostgreSQL keeps what a transaction of anybody on the server may still miss, and nothing more.
    assert (
        all(change.mark >= last_but_one.first_day for change in before)
        if engines.ENGINE == "postgres"
        else not before
    )
    assert [taken(cell, start) for cell in seats] == [True, True]


def test_what_another_connection_commits_is_seen_at_once(seats: list[Cell]) -> None:
    start = minute(now()) + 60
    assert not taken(seats[0], start)
    races.race(lambda: claim_if_free(seats[0], moment_of(start), moment_of(start + 30)))
    assert (taken(seats[0], start), taken(seats[1], start)) == (True, False)
    races.race(lambda: Claim.objects.all().delete())
    assert not taken(seats[0], start)


def test_what_a_shell_writes_is_seen_at_once(seats: list[Cell]) -> None:
    start = minute(now()) + 60
    hold = Hold.objects.create()
    assert not taken(seats[0], start)
    with shell() as execute:
        moments = ", ".join(f"'{moment_of(at):%Y-%m-%d %H:%M:%S}{OFFSET}'" for at in (start, start + 30))
        execute(
            f"INSERT INTO spaces_claim (hold_id, cell_id, starts_at, ends_at) VALUES ({hold.pk}, {seats[0].pk}, {moments})"  # noqa: S608 -- the test's own numbers
        )
    assert taken(seats[0], start)


OFFSET = "+00" if engines.ENGINE == "postgres" else ""


class shell:  # noqa: N801 -- used as a word
    """The database's own way in, beside Django."""

    def __enter__(self) -> Any:
        if engines.ENGINE == "postgres":
            import psycopg  # noqa: PLC0415 -- only this engine needs it

            self.connection: Any = psycopg.connect(os.environ["FIKSUMMIN_DATABASE_URL"], autocommit=True)
        else:
            import pysqlite3  # noqa: PLC0415 -- as above

            self.connection = pysqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        return self.connection.execute

    def __exit__(self, *_failure: object) -> None:
        self.connection.close()


def test_what_was_undone_is_not_remembered(seats: list[Cell]) -> None:
    start = minute(now()) + 60
    assert not taken(seats[0], start)
    with transaction.atomic():
        claim_if_free(seats[0], moment_of(start), moment_of(start + 30))
        assert taken(seats[0], start), "seen by whoever wrote it"
        transaction.set_rollback(True)
    assert not taken(seats[0], start)
    races.race(lambda: claim_if_free(seats[1], moment_of(start), moment_of(start + 30)))
    assert (taken(seats[0], start), taken(seats[1], start)) == (False, True)


def test_another_database_in_its_place_is_noticed(seats: list[Cell]) -> None:
    start = minute(now()) + 60
    claim_if_free(seats[0], moment_of(start), moment_of(start + 30))
    assert taken(seats[0], start)
    engines.restore()
    site = spaces.site(seats=2)
    other = list(site.cells.all())
    for cell in other:
        claim_if_free(cell, moment_of(start), moment_of(start + 30))
    assert [taken(cell, start) for cell in other] == [True, True]


@pytest.mark.skipif(engines.ENGINE != "postgres", reason="SQLite commits one writer after the other")
@pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
def test_commits_out_of_order_are_not_missed(
    seats: list[Cell], monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    """The first to write is the last to commit; a look lies between."""
    start = minute(now()) + 60
    if not guard:
        told = news._told

        def by_number(position: Any, rows: list[Any]) -> Any:
            last = position.last[0] if position.last else 0
            fresh = [row for row in rows if row[0] > max(by_number.seen, 0)]  # type: ignore[attr-defined]  # it remembers
            by_number.seen = last  # type: ignore[attr-defined]  # it remembers
            return told(position, fresh)

        by_number.seen = 0  # type: ignore[attr-defined]  # it remembers
        monkeypatch.setattr(news, "_told", by_number)
    holds = [Hold.objects.create().pk for _seat in seats]
    assert not taken(seats[0], start)
    taken(seats[0], start)
    moments = f"'{moment_of(start):%Y-%m-%d %H:%M:%S}+00', '{moment_of(start + 30):%Y-%m-%d %H:%M:%S}+00'"
    words = "INSERT INTO spaces_claim (hold_id, cell_id, starts_at, ends_at) VALUES ({}, {}, {})"
    with shell() as slow, shell() as fast:
        slow("BEGIN")
        slow(words.format(holds[0], seats[0].pk, moments))
        fast(words.format(holds[1], seats[1].pk, moments))
        assert (taken(seats[0], start), taken(seats[1], start)) == (False, True)
        slow("COMMIT")
        assert taken(seats[0], start) is guard


@pytest.fixture
def room(transactional_db: None) -> Space:
    return spaces.space(spaces.site(), seats=8)


def test_spaces_changed_elsewhere_are_seen_at_once(room: Space) -> None:
    def known() -> list[int]:
        options = MEMORY.look().catalogue.options.get(room.site_id, [])
        return [option.seats for option in options]

    assert known() == [8]
    races.race(lambda: Space.objects.update(seats=9))
    assert known() == [9]
    races.race(lambda: Space.objects.update(retired_at=now()))
    assert known() == []


def test_threads_look_together(seats: list[Cell]) -> None:
    start = minute(now()) + 60

    def look_often() -> list[bool]:
        return [taken(seats[0], start) for _time in range(30)]

    outcomes = races.race(
        look_often, look_often, lambda: claim_if_free(seats[0], moment_of(start), moment_of(start + 30))
    )
    assert all(looks == sorted(looks) for looks in outcomes[:2]), "once seen, always seen"
    assert taken(seats[0], start)
