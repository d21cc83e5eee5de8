"""Events and registrations."""

from datetime import datetime, timedelta
from itertools import count

from fiksummin.core.time import now
from fiksummin.events.actions import plan_event, register
from fiksummin.events.choices import Audience, Mode
from fiksummin.events.models import Event, EventKind, Registration
from fiksummin.events.queries.wishes import Asked, EventWish, PlaceWish, Share
from fiksummin.people.models import Person
from fiksummin.spaces.models import Layout, Space
from tests.factories.spaces import at, open_day

_numbers = count(1)


def wish(
    *, space: Space | None = None, layout: Layout | None = None, after: float = 7, start: str = "13:00",
    end: str = "15:00", places: int = 2, virtual_places: int = 0, kind: str = "workshop", **words: object,
) -> EventWish:  # fmt: skip
    """An event for the people of the administration, in a space or at an address elsewhere."""
    words.setdefault("title", f"Tapahtuma {next(_numbers)}")
    words.setdefault("place", "" if space else "Esimerkkikatu 7, Helsinki")
    if space is not None:
        day = open_day(space.site, int(after))
        times = at(space.site, day, start), at(space.site, day, end)
        words.setdefault("site", space.site)
    else:
        begins = (now() + timedelta(days=after)).replace(minute=0, second=0, microsecond=0)
        times = begins, begins + timedelta(hours=2)
    return EventWish(
        kind=EventKind.objects.get(slug=kind), start=times[0], end=times[1], space=space, layout=layout,
        places=places, virtual_places=virtual_places, **words,  # type: ignore[arg-type]  # a test names the words
    )  # fmt: skip


def event(
    by: Person, *, publish: bool = True, questions: tuple[Asked, ...] = (), quotas: tuple[Share, ...] = (),
    organisers: tuple[Person, ...] = (), hosts: tuple[Person, ...] = (), moment: datetime | None = None,
    **words: object,
) -> Event:  # fmt: skip
    """Plan and publish an event, by the action itself."""
    return plan_event(
        by=by, wish=wish(**words), organisers=organisers, hosts=hosts, questions=questions, quotas=quotas,  # type: ignore[arg-type]  # a test names the words
        publish=publish, at=moment,
    )  # fmt: skip


def registration(
    person: Person, event: Event, *, mode: str = Mode.ON_SITE, people: int = 1, **words: object
) -> Registration:
    """Register a person, by the action itself."""
    asked = PlaceWish(mode=mode, people=people, person=person, **words)  # type: ignore[arg-type]  # a test names the words
    return register(by=person, event=event, wish=asked)


PUBLIC = Audience.PUBLIC
