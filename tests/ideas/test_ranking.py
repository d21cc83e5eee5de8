"""The board finds the best, and shows all alike; the sums of the ranking by hand."""

from fractions import Fraction

import pytest

from bench import voting
from fiksummin.ideas.queries.ranking import Tally, best_third, rank, wilson
from tests.cast import Cast

SEEDS = range(12)


@pytest.mark.django_db(transaction=True)
def test_ideas_shown_by_turn_find_more_of_the_best_than_a_list_sorted_by_likes(cast: Cast) -> None:
    """Each look is kept at once, as it is for people: in one long transaction PostgreSQL wades through all that was before."""
    crowd = voting.crowd(100, cast.member)
    fair = voting.mean([voting.fair(seed, crowd, cast.facilitator) for seed in SEEDS])
    likes = voting.mean([voting.by_likes(seed, 100) for seed in range(400)])
    assert fair.recall >= 0.72, fair
    assert likes.recall == pytest.approx(0.45, abs=0.03)
    assert fair.gini < 0.1 < likes.gini, (fair, likes)


def test_a_share_is_drawn_towards_the_average_by_ten_looks() -> None:
    rows = {row.idea: row for row in rank([Tally(1, 3, 3, 3), Tally(2, 30, 60, 60), Tally(3, 0, 0, 0)], "x")}
    average = Fraction(33, 63)
    assert rows[1].share == (3 + average * 10) / 13
    assert rows[3].share == average
    assert [rows[idea].is_seen_enough for idea in (1, 2, 3)] == [False, True, False]
    assert rows[1].place == 1


def test_grades_are_shares_of_the_most_that_could_be_given() -> None:
    (row,) = rank([Tally(1, 30, 40, 10)], "x")
    assert (row.share, row.looks) == (Fraction(3, 4), 10)


def test_wilsons_interval_as_in_the_book() -> None:
    """A fifth of ten at nine of ten, counted by hand: (0.2 + 0.1353 ± 0.2483) / 1.2706."""
    assert wilson(0.2, 10) == (pytest.approx(0.0686, abs=0.001), pytest.approx(0.4592, abs=0.001))
    assert wilson(0.0, 10)[0] == 0.0
    assert wilson(1.0, 10)[1] == pytest.approx(1.0)


def test_what_is_alike_is_put_in_order_by_lot() -> None:
    rows = [Tally(idea, 5, 10, 10) for idea in range(1, 30)]
    orders = {seed: [row.idea for row in rank(rows, seed)] for seed in ("a", "b")}
    assert orders["a"] == [row.idea for row in rank(reversed(rows), "a")]
    assert orders["a"] != orders["b"]


@pytest.mark.parametrize(("ideas", "third"), [(0, 0), (1, 1), (3, 1), (4, 2), (60, 20)])
def test_a_third_is_rounded_up(ideas: int, third: int) -> None:
    assert len(best_third(rank([Tally(n, 0, 1, 1) for n in range(ideas)], "x"))) == third
