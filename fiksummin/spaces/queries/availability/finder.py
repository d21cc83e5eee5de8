"""Looks through the days for places that are free: each space alone, then several together."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

from fiksummin.spaces.models import Policy, Site
from fiksummin.spaces.queries.availability import bits
from fiksummin.spaces.queries.availability.catalogue import Option
from fiksummin.spaces.queries.availability.memory import MEMORY, Look
from fiksummin.spaces.queries.availability.purposes import suits
from fiksummin.spaces.queries.availability.wanted import Asker, Hours, Search, hours_of, minute, minute_up

MOST_TOGETHER = 3
LARGEST_IN_PAIRS, LARGEST_IN_THREES = 60, 24
"""Of so many free spaces, those with the most seats, pairs and threes are tried."""


class Found:
    """Places that are free for a range, in minutes since 1970, and the change-over before it.

    ``rank``: the lower, the better: few spaces, soon, in one zone, nothing to rearrange, few empty seats.
    """

    __slots__ = ("cost", "empty", "end", "hours", "options", "rank", "start")

    def __init__(
        self, options: tuple[Option, ...], hours: Hours, *, start: int, cost: int, search: Search
    ) -> None:
        """Weigh it."""
        self.options, self.hours, self.start, self.cost = options, hours, start, cost
        alone = len(options) == 1
        seats = options[0].seats if alone else self.seats
        self.end, self.empty = start + search.minutes, seats - search.people
        self.rank: tuple[Any, ...] = (
            len(options), hours.day, not (alone or self.together), cost > 0, self.empty, start,
            [option.where for option in options],
        )  # fmt: skip

    @property
    def seats(self) -> int:
        """How many sit there."""
        return sum(option.seats for option in self.options)

    @property
    def together(self) -> bool:
        """Say whether all places are in one zone."""
        first, *others = self.options
        return all(other.space.zone_id == first.space.zone_id for other in others)


class Finder:
    """One look at what is free, asked again and again."""

    def __init__(
        self, sites: Sequence[Site], search: Search, at: datetime, asker: Asker, look: Look | None = None
    ) -> None:
        """Look now, unless somebody has just looked."""
        self.sites, self.search, self.at, self.asker = sites, search, at, asker
        until = (search.last - date(1970, 1, 1)).days + 1
        self.look = look or MEMORY.look([site.pk for site in sites], until)
        self._first_starts: dict[tuple[int, Hours], int] = {}

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
        known, people = self.look.catalogue.options, self.search.people if alone else 0
        every = {site.pk: known.get(site.pk, []) for site in self.sites}
        policies = {option.policy_id: option.policy for options in every.values() for option in options}
        bound = {number for number, policy in policies.items() if self._lets(policy)}
        return {
            site: [o for o in options if o.seats >= people and o.policy_id in bound and self._does(o)]
            for site, options in every.items()
        }

    def furnished(self) -> list[Option]:
        """Give the places that are free and may have to be rearranged, alone or with others."""
        options = self.options(alone=self.search.people == 1)
        pairs = [
            (o, hours) for day in self.days() for hours in day for o in options[hours.site.pk] if o.furnished
        ]
        return [option for option, hours in pairs if self.starts(option, hours)]

    def starts(self, option: Option, hours: Hours) -> int:
        """Tell at which minutes of the hours the place is free for the whole length and its buffer."""
        first = self._first_start(option, hours)
        length, buffer = hours.length, option.buffer
        if first >= length:
            return 0
        busy = self._busy(option, hours, length + buffer)
        if busy:
            found = bits.starts(((1 << length + buffer) - 1) & ~busy, self.search.minutes + buffer)
        else:
            found = (1 << length - self.search.minutes + 1) - 1
        if first > 0:
            found = found >> first << first
        if self.search.begins is None:
            return found
        only = minute(self.search.begins) - hours.first
        return found & 1 << only if only >= 0 else 0

    def earliest(self, option: Option, hours: Hours) -> Found | None:
        """Give the first range of a place within the hours."""
        return self.settled((option,), hours, self.starts(option, hours))

    def settled(
        self, options: tuple[Option, ...], hours: Hours, starts: int, wanted: int | None = None
    ) -> Found | None:
        """Choose the first of the starts (or the one nearest to a minute wanted) for which all can be made ready."""
        readiness = self.look.readiness(options) if starts else None
        while starts:
            if wanted is None:
                place = bits.earliest(starts, hours.first, hours.length)
            else:
                place = bits.nearest(starts, wanted - hours.first, hours.first, hours.length)
            start, cost = hours.first + place, 0
            if readiness:
                cost, ready_at = readiness.of(options, start, start + self.search.minutes)
                if ready_at > start:
                    starts &= ~((1 << ready_at - hours.first) - (1 << place))
                    continue
            return Found(options, hours, start=start, cost=cost, search=self.search)
        return None

    def alone(self, limit: int) -> list[Found]:
        """Give for each space its first range, the best first; with one space wanted, one for each day."""
        found: list[Found] = []
        options, done = self.options(), set[int]()
        for day in self.days():
            best = self._best_of(day, options, done, limit - len(found))
            found += best.values()
            if self.search.space is None:
                done |= best.keys()
            if len(found) >= limit:
                break
        return sorted(found, key=lambda one: one.rank)[:limit]

    def _best_of(
        self, day: Sequence[Hours], options: dict[int, list[Option]], done: set[int], limit: int
    ) -> dict[int, Found]:
        """Give by space the best of a day; those with more seats than the best so many need are not looked at."""
        best: dict[int, Found] = {}
        ready, most = set[int](), 0
        pairs = [(option, hours) for hours in day for option in options[hours.site.pk]]
        for option, hours in sorted(pairs, key=lambda pair: pair[0].seats):
            if len(ready) >= limit and option.seats > most:
                break
            number = option.where[1]
            if number in done or not (one := self.earliest(option, hours)):
                continue
            if number not in best or one.rank < best[number].rank:
                best[number] = one
            if not one.cost and number not in ready and len(ready) < limit:
                ready.add(number)
                most = option.seats
        return best

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

    def _lets(self, policy: Policy) -> bool:
        fits = policy.shortest_minutes <= self.search.minutes <= policy.longest_minutes
        return fits and self.asker.may_use(policy)

    def _does(self, option: Option) -> bool:
        search = self.search
        return (
            (not search.layout or option.layout == search.layout)
            and (not search.kind or option.kind == search.kind)
            and (not search.features or option.features.issuperset(search.features))
            and (search.space is None or option.space.pk == search.space)
            and suits(search.purpose, option)
        )

    def _first_start(self, option: Option, hours: Hours) -> int:
        """Tell from which minute of the hours a policy lets a booking begin."""
        key = option.policy_id, hours
        if (known := self._first_starts.get(key)) is not None:
            return known
        policy = option.policy
        furthest = self.at.astimezone(hours.site.zone).date() + timedelta(days=policy.days_ahead)
        earliest = minute_up(self.at + timedelta(minutes=policy.notice_minutes))
        found = hours.length if hours.day > furthest else max(0, earliest - hours.first)
        self._first_starts[key] = found
        return found

    def _busy(self, option: Option, hours: Hours, length: int) -> int:
        """Give what is taken; what lies beyond the length may be in it, too."""
        board, busy = self.look.board, 0
        day, offset = hours.chunk
        if offset + length <= bits.DAY:
            for cell in option.cells:
                busy |= board.days(cell).get(day, 0) >> offset
        else:
            for cell in option.cells:
                busy |= bits.window(board.days(cell), hours.first, length)
        return busy


def _apart(options: Sequence[Option]) -> bool:
    cells = [cell for option in options for cell in option.cells]
    return len(set(cells)) == len(cells) and len({option.space.pk for option in options}) == len(options)
