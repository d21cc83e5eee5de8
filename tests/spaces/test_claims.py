"""Claims on a cell never overlap, whoever writes: the database refuses."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from fiksummin.spaces.actions import claims
from fiksummin.spaces.models import Cell, Claim, Hold

pytestmark = pytest.mark.django_db

NINE = datetime(2026, 11, 24, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def seats() -> list[int]:
    """Three seats of no site: the kernel needs none."""
    return [Cell.objects.create(kind="seat", label=str(n), position=n).pk for n in range(3)]


def test_all_cells_are_claimed_together(seats: list[int]) -> None:
    hold = claims.claim(seats, NINE, NINE + HOUR)
    assert sorted(hold.claims.values_list("cell_id", flat=True)) == seats


def test_one_taken_cell_refuses_all_and_leaves_nothing(seats: list[int]) -> None:
    claims.claim(seats[2:], NINE, NINE + HOUR)
    with pytest.raises(claims.Taken):
        claims.claim(seats, NINE + HOUR / 2, NINE + 2 * HOUR)
    assert list(Claim.objects.values_list("cell_id", flat=True)) == seats[2:]


def test_ranges_are_half_open(seats: list[int]) -> None:
    claims.claim(seats[:1], NINE, NINE + HOUR)
    claims.claim(seats[:1], NINE + HOUR, NINE + 2 * HOUR)
    assert Claim.objects.count() == 2


def test_a_hold_is_exchanged_in_one_step(seats: list[int]) -> None:
    hold = claims.claim(seats[:1], NINE, NINE + HOUR)
    claims.claim(seats[:1], NINE + HOUR / 2, NINE + 3 * HOUR, hold=hold)
    claim = Claim.objects.get()
    assert (claim.starts_at, claim.ends_at) == (NINE + HOUR / 2, NINE + 3 * HOUR)


def test_a_failed_exchange_keeps_what_was_held(seats: list[int]) -> None:
    hold = claims.claim(seats[:1], NINE, NINE + HOUR)
    claims.claim(seats[1:2], NINE, NINE + HOUR)
    with pytest.raises(claims.Taken):
        claims.claim(seats[:2], NINE, NINE + HOUR, hold=hold)
    assert list(hold.claims.values_list("cell_id", flat=True)) == seats[:1]


def test_what_remains_is_given_back_and_the_past_is_kept(seats: list[int]) -> None:
    hold = claims.claim(seats[:1], NINE, NINE + 4 * HOUR)
    claims.release(hold, at=NINE + HOUR)
    claim = Claim.objects.get()
    assert (claim.starts_at, claim.ends_at) == (NINE, NINE + HOUR)
    claims.claim(seats[:1], NINE + HOUR, NINE + 4 * HOUR)


def test_an_update_cannot_move_a_claim_onto_another(seats: list[int]) -> None:
    claims.claim(seats[:1], NINE, NINE + HOUR)
    other = claims.claim(seats[:1], NINE + HOUR, NINE + 2 * HOUR)
    with pytest.raises(IntegrityError), transaction.atomic():
        other.claims.update(starts_at=NINE)


def test_a_claim_that_ends_before_it_starts_is_refused(seats: list[int]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(hold=Hold.objects.create(), cell_id=seats[0], starts_at=NINE, ends_at=NINE)


@pytest.mark.parametrize(
    "moment", ["2026-11-24T07:30:00", "2026-11-24 07:30:00+02:00", "2026-11-24 07:30", "1795000000"]
)
def test_sqlite_takes_one_spelling_of_a_moment_only(seats: list[int], moment: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has a type for moments")
    hold = Hold.objects.create()
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute(
            "INSERT INTO spaces_claim (hold_id, cell_id, starts_at, ends_at) VALUES (%s, %s, %s, %s)",
            [hold.pk, seats[0], moment, "2026-11-24 09:00:00"],
        )
