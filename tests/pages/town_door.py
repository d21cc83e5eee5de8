"""An event of this week with its door, its participants, and those who were invited to it."""

from dataclasses import replace
from datetime import timedelta

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.wishes import Asked, PlaceWish
from fiksummin.people.models import Person
from tests.factories import events as make
from tests.factories import people as someone

BEFORE = timedelta(days=2)


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    owner, earlier = people["owner"], now() - BEFORE
    wish = make.wish(after=0, opens_at=earlier, places=6, virtual_places=5, title="Avajaisviikko")
    event = actions.plan_event(
        by=owner, wish=replace(wish, end=wish.start + timedelta(days=7)), publish=True, at=earlier, hosts=(people["host"],),
        questions=(Asked("Mitä haluat oppia?"), Asked("Ruokavalio", why="Tarjoilua varten", sensitivity="diet")),
    )  # fmt: skip
    answers = {question.pk: "Ei mitään erityistä" for question in event.questions.all()}
    group = _register(event, people["member"], people=3, companions=("Kumppani",), answers=answers)
    alone = _register(event, people["colleague"])
    actions.receive(by=owner, registration=group, seats=(0,))
    waiting = _register(event, people["outsider"], people=3)
    assert waiting.pool_id is None
    open_event = Event.objects.get(title="Työtavat digiaikaan")
    guests = [("Aada Vieras", "aada@vieras.example"), ("Eino Vieras", "eino@vieras.example")]
    actions.invite_guests(by=owner, event=open_event, guests=guests, language="sv")
    actions.withdraw_guest(by=owner, link=open_event.links.get(email=guests[1][1]))
    elsewhere = make.event(owner, places=4, title="Toinen tapahtuma", after=11)
    other = make.registration(people["member"], elsewhere)
    return {
        "door_event": str(event.pk),
        "door_code": queries.code_of(alone),
        "code_elsewhere": queries.code_of(other),
        "in_line": str(waiting.pk),
        "expected": str(alone.pk),
    }


def more(number: str) -> None:
    """Two more who have a place on site."""
    event = Event.objects.get(pk=number)
    event.pools.filter(mode="on_site").update(capacity=20)
    for _each in "ab":
        _register(event, someone.person(organisation=someone.organisation()))


def invite(number: str, owner: Person) -> None:
    """Two more who were invited by mail."""
    event = Event.objects.get(pk=number)
    guests = [(f"Vieras {each}", f"vieras-{each}@vieras.example") for each in ("eka", "toka")]
    actions.invite_guests(by=owner, event=event, guests=guests, language="fi")


def _register(event: Event, person: Person, **words: object) -> Registration:
    wish = PlaceWish(mode="on_site", person=person, **words)  # type: ignore[arg-type]  # a test names the words
    return actions.register(by=person, event=event, wish=wish, at=event.starts_at - timedelta(hours=2))
