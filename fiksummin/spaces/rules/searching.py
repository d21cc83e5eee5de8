"""For whom one looks: what is not for a person is not offered to her."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from fiksummin.people.models import Person
from fiksummin.spaces.models import Policy, Site
from fiksummin.spaces.queries.availability import EVERYBODY, Asker
from fiksummin.spaces.queries.wishes import Answer, BookingWish
from fiksummin.spaces.rules.bookings import may_use, why_not_booker
from fiksummin.spaces.rules.visits import why_not_come


def asker(person: Person | None) -> Asker:
    """Give what a search asks about a person; to the public everything is shown."""
    if person is None:
        return EVERYBODY

    def may_use_it(policy: Policy) -> bool:
        return may_use(policy, person)

    def may_come(site: Site, day: date) -> bool:
        return not why_not_come(person, site, day)

    return Asker(cache(may_use_it), cache(may_come))


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
