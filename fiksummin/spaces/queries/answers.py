"""What is free instead when a wish cannot be met: near in time, in another space, at another site."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from fiksummin.spaces.models import Policy, Site
from fiksummin.spaces.queries.availability.catalogue import Option
from fiksummin.spaces.queries.availability.finder import Finder, Found
from fiksummin.spaces.queries.availability.memory import MEMORY
from fiksummin.spaces.queries.availability.reasons import answer
from fiksummin.spaces.queries.availability.wanted import Asker, Search, minute, minute_up
from fiksummin.spaces.queries.seats import free_cells
from fiksummin.spaces.queries.wishes import Answer, BookingWish

MOST = 3
BEFORE, AFTER = timedelta(days=3), timedelta(days=14)
"""How far from the day wished one looks for another time."""


def other_answers(site: Site, wish: BookingWish, at: datetime) -> list[Answer]:
    """Find up to three other answers: the nearest other time, another space or site then, further times.

    Whoever may use the spaces wished may use those offered; when she may come to another site her own rules tell.
    """
    if not wish.places or wish.end <= wish.start or wish.people < 1:
        return []
    near = Nearby(site, wish, at)
    times = list(near.times())
    offered = [*times[:1], *near.instead(), *times[1:]]
    return [other for other in offered if _has_seats(site, wish, other)][:MOST]


class Nearby:
    """What lies near a wish at a site."""

    def __init__(self, site: Site, wish: BookingWish, at: datetime) -> None:
        """Take the wish in."""
        self.site, self.wish, self.at = site, wish, at
        self.minutes = minute_up(wish.end) - minute(wish.start)
        self.day = wish.start.astimezone(site.zone).date()
        self.clock = wish.start.astimezone(site.zone).time()
        self.sites = list(Site.objects.prefetch_related("hours", "special_days").order_by("position", "pk"))
        until = (self.day + AFTER - date(1970, 1, 1)).days + 1
        self.look = MEMORY.look([each.pk for each in self.sites], until)

    def times(self) -> Iterator[Answer]:
        """Give the same places at other times, the nearest first, one a day."""
        search = Search(self.day - BEFORE, self.day + AFTER, self.minutes, self.wish.people)
        finder = Finder(self._here, search, self.at, Asker(), self.look)
        catalogue, places = finder.look.catalogue, self.wish.places
        options = tuple(option for place in places if (option := catalogue.option(place)))
        if len(options) < len(places):
            return
        wanted = minute(self.wish.start)
        found = (one for one in self._daily(finder, options) if one.start != wanted)
        for one in sorted(found, key=lambda one: abs(one.start - wanted)):
            yield answer(one, [_("the same space at another time")])

    def instead(self) -> Iterator[Answer]:
        """Give another space, and another site, at the time wished."""
        time = _("at the time you asked for")
        for one in self._then(self._here):
            yield answer(one, [time])
        for one in self._then([site for site in self.sites if site.pk != self.site.pk]):
            yield answer(one, [time, _("at another site: %(site)s") % {"site": one.hours.site.name}])

    @property
    def _here(self) -> list[Site]:
        return [site for site in self.sites if site.pk == self.site.pk]

    def _daily(self, finder: Finder, options: tuple[Option, ...]) -> Iterator[Found]:
        for hours in (hours for day in finder.days() for hours in day):
            starts = -1
            for option in options:
                starts &= finder.starts(option, hours)
            wanted = minute(datetime.combine(hours.day, self.clock, tzinfo=hours.site.zone))
            found = finder.settled(options, hours, starts, wanted)
            if found:
                yield found

    def _then(self, sites: Sequence[Site]) -> list[Found]:
        """Find the best at exactly the time wished: a space alone, or several together."""
        places = self.wish.places
        layout = places[0].layout if len(places) == 1 else None
        search = Search(
            self.day, self.day, self.minutes, self.wish.people,
            layout=layout.kind if layout else "", begins=self.wish.start,
        )  # fmt: skip
        finder = Finder(sites, search, self.at, Asker(may_use=self._is_as_open), self.look)
        mine, zones = {place.space.pk for place in places}, {place.space.zone_id for place in places}
        alone = [one for one in finder.alone(1000) if one.options[0].space.pk not in mine]
        found = alone or finder.together(1)
        return sorted(found, key=lambda one: (one.options[0].space.zone_id not in zones, one.rank))[:1]

    def _is_as_open(self, policy: Policy) -> bool:
        return all(_as_open(policy, place.space.policy) for place in self.wish.places)


def _as_open(policy: Policy, wished: Policy) -> bool:
    """Say whether everybody who may use the one may use the other."""
    flags = ("for_state", "for_partners", "for_guests")
    return all(getattr(policy, flag) or not getattr(wished, flag) for flag in flags)


def _has_seats(site: Site, wish: BookingWish, other: Answer) -> bool:
    """Say whether the further seats wished are free there, too."""
    if not wish.extra_seats:
        return True
    if other.places[0].space.site_id != site.pk:
        return False
    own = {cell.pk for place in other.places for cell in place.space.cells.all()}
    free = free_cells(site, other.start, other.end).values_list("pk", flat=True)
    return len(set(free) - own) >= wish.extra_seats
