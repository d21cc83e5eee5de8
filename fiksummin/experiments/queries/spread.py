"""The pass-on number: to how many a holder hands a baton on the average, with its interval.

It is the effective reproduction number R of epidemiology, counted from the chains themselves as
the mean number of those to whom each passed it (as Faye et al. did with chains of transmission,
The Lancet Infectious Diseases 15, 2015, pp. 320-326). Above 1 a campaign spreads by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import mean, stdev

from fiksummin.experiments.models import Hold
from fiksummin.ideas.models import Campaign

FEWEST = 20
"""Turns that are over, below which nothing is said: the interval would hold everything."""
_NORMAL = 1.959964


@dataclass(frozen=True)
class Spread:
    """The pass-on number of ``turns`` that are over, with its 95 % interval; None with fewer than twenty."""

    turns: int
    number: float | None = None
    low: float | None = None
    high: float | None = None


def spread(passed: Sequence[int]) -> Spread:
    """Estimate the pass-on number from how many each holder passed the baton to.

    The interval is the mean plus and minus Student's t (its first Cornish-Fisher term) times the
    standard error, never below 0: it holds for holders who differ much from each other, too.
    """
    count = len(passed)
    if count < FEWEST:
        return Spread(count)
    quantile = _NORMAL + (_NORMAL**3 + _NORMAL) / (4 * (count - 1))
    number, reach = mean(passed), quantile * stdev(passed) / sqrt(count)
    return Spread(count, number, max(0.0, number - reach), number + reach)


def pass_on_number(campaign: Campaign, day: date) -> Spread:
    """Estimate the pass-on number of the batons of a campaign on a day; one query."""
    rows = Hold.objects.filter(baton__campaign=campaign).select_related("baton")
    return spread(passed_by_each(rows.order_by("baton", "number"), day))


def passed_by_each(turns: Iterable[Hold], day: date) -> list[int]:
    """Say to how many each who took a baton passed it, of those turns of which it is known by a day.

    A turn counts when it is over, or past its last day; and what it led to has been taken, or is past its
    own last day. Who passes a baton on without taking it is no holder: it counts where it is taken.
    """
    rows = list(turns)
    next_of: dict[int, list[Hold]] = {}
    at = {(row.baton_id, row.number): row for row in rows}
    for row in rows:
        after = at.get((row.baton_id, row.number + 1))
        if after is not None and not row.freed_at:
            next_of.setdefault(row.pk, []).append(after)
        if row.number == 1 and row.baton.split_from_id:
            next_of.setdefault(row.baton.split_from_id, []).append(row)
    found = [_passed(row, next_of, day) for row in rows if row.accepted_at and _is_settled(row, day)]
    return [count for count in found if count is not None]


def _passed(turn: Hold, next_of: dict[int, list[Hold]], day: date) -> int | None:
    """Count those who took it from a turn; None while somebody may still."""
    count, waiting = 0, list(next_of.get(turn.pk, ()))
    while waiting:
        row = waiting.pop()
        if row.accepted_at:
            count += 1
        elif not _is_settled(row, day):
            return None
        else:
            waiting += next_of.get(row.pk, ())
    return count


def _is_settled(turn: Hold, day: date) -> bool:
    return bool(turn.handed_at or turn.passed_at or turn.freed_at) or turn.due_on < day
