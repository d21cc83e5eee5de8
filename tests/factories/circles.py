"""Communities as tests need them."""

from datetime import datetime
from itertools import count

from fiksummin.circles import actions
from fiksummin.circles.choices import Joining
from fiksummin.circles.models import Circle
from fiksummin.circles.queries import CircleWish
from fiksummin.people.models import Person

_numbers = count(1)


def wish(**words: str) -> CircleWish:
    """A community as somebody wants it."""
    words.setdefault("name", f"Yhteisö {next(_numbers)}")
    words.setdefault("purpose", "Vertaamme, miten kokoukset lyhenevät.")
    return CircleWish(**({"language": "fi"} | words))


def circle(by: Person, *members: Person, moment: datetime | None = None, **words: str) -> Circle:
    """A community with its members, in the order in which they came."""
    made = actions.found_circle(by=by, wish=wish(**words), at=moment)
    for person in members:
        join(person, made)
    return made


def closed(by: Person, *members: Person, **words: str) -> Circle:
    """A closed community with its members."""
    return circle(by, *members, joining=Joining.CLOSED, **words)


def join(person: Person, made: Circle) -> None:
    """Become a member, of a closed community by asking."""
    if made.is_open:
        actions.join_circle(by=person, circle=made)
        return
    keeper = made.members.filter(keeper_at__isnull=False).select_related("person")[0].person
    actions.answer_asking(by=keeper, asking=actions.ask_to_join(by=person, circle=made), accepts=True)
