"""Looks through the days for places that are free: each space alone, then several together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.availability import bits
from fiksummin.spaces.queries.availability.catalogue import Option
from fiksummin.spaces.queries.availability.memory import MEMORY, Look
from fiksummin.spaces.queries.availability.wanted import Asker, Hours, Search, hours_of, minute, minute_up

MOST_TOGETHER = 3
LARGEST_IN_PAIRS, LARGEST_IN_THREES = 60, 24
"""Of so many free spaces, those with the most seats, pairs and threes are tried."""


@dataclass(frozen=True)
class Found:
    """Places that are free for a range, in minutes since 1970, and the change-over before it."""

    options: tuple[Option, ...]
    hours: Hours
    start: int
    end: int
    cost: int
    people: int

    @property
    def seats(self) -> int:
        """How many sit there."""
        return sum(option.seats for option in self.options)

    @property
    def empty(self) -> int:
        """How many seats stay empty."""
        return self.seats - self.people

    @property
    def together(self) -> bool:
        """Say whether all places are in one zone."""
        return len({option.space.zone_id for option in self.options}) == 1

    @property
    def rank(self) -> tuple[Any, ...]:
        """The lower, the better: few spaces, soon, in one zone, nothing to rearrange, few empty seats."""
        return (
            len(self.options),
            self.hours.day,
            not self.together,
            self.cost > 0,
            self.empty,
            self.start,
            [(option.space.position, option.space.pk) for option in self.options],
        )


class Finder:
    """One look at what is free, asked again and again."""

    def __init__(
        self, sites: Sequence[Site], search: Search, at: datetime, asker: Asker, look: Look | None = None
    ) -> None:
        """Look now, unless somebody has just looked."""
        self.sites, self.search, self.at, self.asker = sites, search, at, asker
        until = (search.last - date(1970, 1, 1)).days + 1
        self.look = look or MEMORY.look([site.pk for site in sites], until)

    def days(self) -> Iterator[list[Hours]]:
        """Give the days in order, each with the sites that are open and that the asker may come to."""
        found: dict[date, list[Hours]] = {}
        for site in self.sites:
            for hours in hours_of(site, self.search, self.at):
                found.setdefault(hours.day, []).append(hours)
        for day in sorted(found):
            yield [hours for hours in found[day] if self.asker.may_come(hours.site, day)]

    def options(self, *, alone: bool = True) -> dict[int, list[Option]]:
        """Give by site what would do if it were free; not ``alone``, fewer seats than people will do."""
        known = self.look.catalogue.options
        return {
            site.pk: [o for o in known.get(site.pk, ()) if self._does(o, alone=alone)] for site in self.sites
        }

    def starts(self, option: Option, hours: Hours) -> int:
        """Tell at which minutes of the hours the place is free for the whole length and its buffer."""
        first, buffer, busy = self._first(option, hours), option.buffer, 0
        length = hours.length + buffer
        for cell in option.cells:
            busy |= self._busy(self.look.board.days(cell), hours.first, length)
        found = bits.starts(~busy & ((1 << length) - 1), self.search.minutes + buffer)
        found = found >> first << first if first > 0 else found
        if self.search.begins is None:
            return found
        only = minute(self.search.begins) - hours.first
        return found & 1 << only if only >= 0 else 0

    def earliest(self, option: Option, hours: Hours) -> Found | None:
        """Give the first range of a place within the hours."""
        return self.settled((option,), hours, self.starts(option, hours))

    def settled(
        self, options: tuple[Option, ...], hours: Hours, starts: int, wanted: int = -1
    ) -> Found | None:
        """Choose the first of the starts (or the one nearest to a minute wanted) for which all can be made ready."""
        readiness = self.look.readiness(options)
        while starts:
            if wanted < 0:
                place = bits.earliest(starts, hours.first, hours.length)
            else:
                place = bits.nearest(starts, wanted - hours.first, hours.first, hours.length)
            start, end = hours.first + place, hours.first + place + self.search.minutes
            cost = readiness.of(options, start, end) if readiness else 0
            if cost is not None:
                return Found(options, hours, start, end, cost, self.search.people)
            starts ^= 1 << place
        return None

    def alone(self, limit: int) -> list[Found]:
        """Give for each space its first range, the best first; with one space wanted, one for each day."""
        found: list[Found] = []
        options, done = self.options(), set[int]()
        for day in self.days():
            best: dict[int, Found] = {}
            for option, hours in ((o, h) for h in day for o in options[h.site.pk]):
                number = option.space.pk
                if number in done or not (one := self.earliest(option, hours)):
                    continue
                if number not in best or one.rank < best[number].rank:
                    best[number] = one
            found += best.values()
            if self.search.space is None:
                done |= best.keys()
            if len(found) >= limit:
                break
        return sorted(found, key=lambda one: one.rank)[:limit]

    def together(self, limit: int) -> list[Found]:
        """Give sets of two or three spaces of one site that share no cell, on the first day that has any."""
        options = self.options(alone=False)
        for day in self.days():
            for size in range(2, MOST_TOGETHER + 1):
                found = [one for hours in day for one in self._sets(options[hours.site.pk], hours, size)]
                if found:
                    return sorted(found, key=lambda one: one.rank)[:limit]
        return []

    def _sets(self, options: Sequence[Option], hours: Hours, size: int) -> Iterator[Found]:
        free = [(option, starts) for option in options if (starts := self.starts(option, hours))]
        most = LARGEST_IN_PAIRS if size == 2 else LARGEST_IN_THREES
        free = sorted(free, key=lambda pair: -pair[0].seats)[:most]
        for chosen in combinations(free, size):
            if sum(option.seats for option, _starts in chosen) < self.search.people:
                continue
            starts = -1
            for _option, own in chosen:
                starts &= own
            picked = tuple(option for option, _starts in chosen)
            if starts and _apart(picked) and (one := self.settled(picked, hours, starts)):
                yield one

    def _does(self, option: Option, *, alone: bool) -> bool:
        search, space = self.search, option.space
        layout, policy = option.place.layout, space.policy
        return (
            (not alone or option.seats >= search.people)
            and (search.space is None or space.pk == search.space)
            and (not search.kind or space.kind == search.kind)
            and (not search.layout or (layout is not None and layout.kind == search.layout))
            and policy.shortest_minutes <= search.minutes <= policy.longest_minutes
            and option.features.issuperset(search.features)
            and self.asker.may_use(policy)
        )

    def _first(self, option: Option, hours: Hours) -> int:
        """Tell from which minute of the hours the policy lets a booking begin."""
        policy = option.space.policy
        furthest = self.at.astimezone(hours.site.zone).date() + timedelta(days=policy.days_ahead)
        if hours.day > furthest:
            return hours.length
        if not policy.notice_minutes:
            return 0
        return minute_up(self.at + timedelta(minutes=policy.notice_minutes)) - hours.first

    @staticmethod
    def _busy(days: Any, first: int, length: int) -> int:
        day, offset = divmod(first, bits.DAY)
        if offset + length <= bits.DAY:  # the usual case: within one day, and cut by the caller
            chunk: int = days.get(day, 0)
            return chunk >> offset
        return bits.window(days, first, length)


def _apart(options: Sequence[Option]) -> bool:
    cells = [cell for option in options for cell in option.cells]
    return len(set(cells)) == len(cells) and len({option.space.pk for option in options}) == len(options)
