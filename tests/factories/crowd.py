"""Many people at once with tokens of theirs, written in two statements."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from fiksummin.core import shown_once
from fiksummin.core.time import now
from fiksummin.people.choices import Scope
from fiksummin.people.models import ApiToken, Person
from tests.factories import people

_numbers = count(1)


@dataclass(frozen=True)
class Member:
    """One of the crowd, and the secret of her token."""

    person: Person
    secret: str


def crowd(number: int) -> list[Member]:
    """Give so many people of the administration, each with a token that may write and was used just now."""
    home, at = people.organisation("vm"), now()
    made = Person.objects.get_queryset().bulk_create(
        Person(email=f"joukko{one}@vm.example", name=f"Joukko {one}", organisation=home, language="fi")
        for one in (next(_numbers) for _each in range(number))
    )
    secrets = [shown_once.make() for _person in made]
    ApiToken.objects.bulk_create(
        ApiToken(
            person=person, name="kilpa", token_hash=kept, scope=Scope.WRITE, made_at=at, last_used_at=at,
            expires_at=at + timedelta(days=1),
        )
        for person, (_secret, kept) in zip(made, secrets, strict=True)
    )  # fmt: skip
    return [Member(person, secret) for person, (secret, _kept) in zip(made, secrets, strict=True)]
