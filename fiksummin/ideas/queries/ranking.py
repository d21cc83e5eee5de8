"""How ideas are ranked: what they got by what was on screen, drawn towards the average, with how sure that is.

Why: a list sorted by likes shows what was shown (share of the true best five 0.45, whatever the number of
voters); likes by looks with even exposure 0.76 with a hundred voters (``bench/ranking.py`` measures it here).

- Drawn towards the average by ``PRIOR`` looks as good as the average: the m-estimate (Cestnik, "Estimating
  probabilities: a crucial task in machine learning", 1990), the mean of a beta-binomial with a prior of that strength.
- The interval is Wilson's score interval of 90 % (Wilson, "Probable inference", 1927) about that, the looks of the
  prior included. For grades it is wider than it had to be: grades between vary less than yes and no.
- What is exactly alike is put in order by lot: the smallest SHA-256 of the campaign's seed and the idea's number.

All is counted in whole numbers and fractions of them, so that everybody who counts again gets the same.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

PRIOR = 10
"""Looks as good as the average that each idea is given beforehand."""
ENOUGH = 10
"""Looks below which an idea was not seen enough yet: before, the interval is as wide as half of all there is."""
SURE = 1.6449
"""Standard deviations on either side: nine of ten."""


@dataclass(frozen=True)
class Tally:
    """What an idea got, of the most that it could get, and how many looked; ``again``: it is of the best third."""

    idea: int
    got: int
    most: int
    looks: int
    again: bool = False


@dataclass(frozen=True)
class Ranked:
    """An idea in its place. ``share`` is what it got of the most, drawn towards the average; ``low`` to ``high`` how sure that is."""

    idea: int
    place: int
    looks: int
    got: int
    again: bool
    share: Fraction
    low: float
    high: float

    @property
    def is_seen_enough(self) -> bool:
        """Say whether enough people looked for the share to mean something."""
        return self.looks >= ENOUGH


def rank(tallies: Iterable[Tally], seed: str) -> list[Ranked]:
    """Put ideas in order: those weighed again first, then by share, then by lot."""
    rows = list(tallies)
    average = _average(rows)
    shares = {row.idea: _share(row, average) for row in rows}
    rows.sort(key=lambda row: (not row.again, -shares[row.idea], lot(seed, row.idea)))
    return [_ranked(row, place, shares[row.idea]) for place, row in enumerate(rows, 1)]


def best_third(ranked: list[Ranked]) -> list[int]:
    """Give the ideas that are weighed again: a third of all, rounded up."""
    return [row.idea for row in ranked[: -(-len(ranked) // 3)]]


def lot(seed: str, idea: int) -> str:
    """Draw an idea's lot; the smallest comes first."""
    return hashlib.sha256(f"{seed}:{idea}".encode()).hexdigest()


def _average(rows: list[Tally]) -> Fraction:
    most = sum(row.most for row in rows)
    return Fraction(sum(row.got for row in rows), most) if most else Fraction(0)


def _share(row: Tally, average: Fraction) -> Fraction:
    unit = Fraction(row.most, row.looks) if row.looks else Fraction(1)
    return (row.got + average * PRIOR * unit) / (row.most + PRIOR * unit)


def _ranked(row: Tally, place: int, share: Fraction) -> Ranked:
    low, high = wilson(float(share), row.looks + PRIOR)
    return Ranked(row.idea, place, row.looks, row.got, row.again, share, low, high)


def wilson(share: float, count: int) -> tuple[float, float]:
    """Give the ends of Wilson's score interval of a share of so many."""
    square = SURE * SURE
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = SURE / (1 + square / count) * sqrt(share * (1 - share) / count + square / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)
