"""Those who wait for a place."""

from datetime import date, timedelta

from fiksummin.people.models import Person
from fiksummin.spaces.actions import ask_for_place
from fiksummin.spaces.models import Layout, Offer, Site, Space, Waiting
from fiksummin.spaces.queries import WaitingWish
from tests.factories.spaces import at, open_day


def exact(
    space: Space, start: str = "9:00", end: str = "12:00", *, layout: Layout | None = None, people: int = 1,
    title: str = "", after: int = 1,
) -> WaitingWish:  # fmt: skip
    """Wish for one space at one time."""
    day = open_day(space.site, after)
    first, last = at(space.site, day, start), at(space.site, day, end)
    minutes = int((last - first) / timedelta(minutes=1))
    return WaitingWish(first, last, minutes, people, space, layout, title=title)


def within(
    site: Site, start: str = "8:00", end: str = "16:00", *, minutes: int = 60, days: int = 1,
    day: date | None = None, **words: object,
) -> WaitingWish:  # fmt: skip
    """Wish for so many minutes within so many days, each between two hours of the clock."""
    first = day or open_day(site)
    last = first + timedelta(days=days - 1)
    moments = at(site, first, start), at(site, last, end)
    wall = [moment.astimezone(site.zone).time() for moment in moments] if days > 1 else [None, None]
    return WaitingWish(*moments, minutes, day_from=wall[0], day_until=wall[1], **words)  # type: ignore[arg-type]  # a test names the words


def waiting(person: Person, wish: WaitingWish, site: Site | None = None) -> Waiting:
    """Ask for a place, by the action itself."""
    home = site or (wish.space.site if wish.space else None)
    assert home is not None
    return ask_for_place(by=person, site=home, wish=wish)


def offer_of(row: Waiting) -> Offer | None:
    """Give the open offer of somebody who waits."""
    return Offer.objects.open().filter(waiting=row).select_related("booking", "waiting").first()
