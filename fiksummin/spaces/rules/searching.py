"""For whom one looks: what is not for a person is not offered to her."""

from collections.abc import Iterable, Mapping
from functools import cache

from fiksummin.people.models import Person
from fiksummin.spaces.queries.availability import EVERYBODY, Asker
from fiksummin.spaces.queries.wishes import Answer, BookingWish
from fiksummin.spaces.rules.bookings import why_not_booker, why_not_use
from fiksummin.spaces.rules.visits import why_not_come


def asker(person: Person | None) -> Asker:
    """Give what a search asks about a person; to the public everything is shown."""
    if person is None:
        return EVERYBODY

    return Asker(
        cache(lambda policy: not why_not_use(policy, person)),
        cache(lambda site, day: not why_not_come(person, site, day)),
    )


def asker_on(person: Person | None, hindrances: Mapping[int, str]) -> Asker:
    """Give the same for a day of which it is known already to which sites (by id) she may not come, and why."""
    if person is None:
        return EVERYBODY
    return Asker(
        cache(lambda policy: not why_not_use(policy, person)), lambda site, _day: not hindrances.get(site.pk)
    )


def for_booker(person: Person, answers: Iterable[object]) -> list[Answer]:
    """Keep those of other answers that this person may book."""
    return [
        answer
        for answer in answers
        if isinstance(answer, Answer)
        and not why_not_booker(
            person, answer.places[0].space.site, BookingWish(answer.places, answer.start, answer.end)
        )
    ]
