"""Nobody finds what she may not see: each room is asked, for each reader, at reading time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from fiksummin.core.time import now
from fiksummin.events.models import Event
from fiksummin.experiments.models import Experiment
from fiksummin.ideas.choices import Audience as For
from fiksummin.ideas.models import Idea
from fiksummin.people.choices import Scope
from fiksummin.people.models import Person
from fiksummin.search import actions
from fiksummin.search.choices import Audience
from fiksummin.search.models import Entry
from fiksummin.search.queries import Found, find, tried
from fiksummin.search.shelves import SHELVES
from fiksummin.search.vocabulary import VOCABULARY
from tests.api.conftest import Program
from tests.cast import Cast
from tests.clients import signed_in
from tests.doors import world as worlds
from tests.doors.verdicts import PAGE_PEOPLE
from tests.factories import ideas, people

type Asked = Callable[[str, Person | None], list[Found]]
WAYS: dict[str, Asked] = {
    "whole": lambda words, reader: find(words, reader, now(), language="fi", most=100).items,
    "typing": lambda words, reader: (
        find(words[:-1], reader, now(), language="sv", typing=True, most=100).items
    ),
    "tried": lambda words, reader: tried(words, words, reader, now(), language="fi") if reader else [],
}
NOBODY = {"anonymous", "erased", "lapsed", "expired"}
"""Those whom no request lets in, or lets in as nobody."""
EVERYTHING = {"idea": Idea, "event": Event, "experiment": Experiment}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[worlds.World]:
    """The world of all doors, indexed, and undone at the end."""
    with django_db_blocker.unblock(), time_machine.travel(worlds.MOMENT, tick=False), transaction.atomic():
        built = worlds.build()
        actions.reindex()
        yield built
        transaction.set_rollback(True)
    VOCABULARY.forget()


def leaks(
    world: worlds.World, people: Sequence[str] = PAGE_PEOPLE, ways: Sequence[str] = tuple(WAYS)
) -> list[str]:
    """Name each canary that somebody finds who may not read it."""
    found = []
    for persona in people:
        reader = _reader(world, persona)
        for canary in world.canaries:
            for way in ways:
                ask = WAYS[way]
                said = "\n".join(_said(one) for one in ask(canary.words, reader))
                if canary.words in said and not canary.is_for(persona):
                    found.append(f"{canary.words} to {persona}, {way}")
    return found


def _reader(world: worlds.World, persona: str) -> Person | None:
    """Give a persona as a request has her: an owner without her second factor has no role in force."""
    if persona in NOBODY:
        return None
    reader = Person.objects.get_queryset().get(pk=world.people[persona].pk)
    reader.strongly_signed_in = persona != "weak_owner"
    return reader


def _said(found: Found) -> str:
    hit = found.hit
    return "\n".join([hit.title, hit.text, hit.lesson, hit.state, hit.url, *hit.people])


def test_no_canary_is_found_by_whom_it_is_not_for(world: worlds.World) -> None:
    assert leaks(world) == []


def test_no_word_of_what_one_may_not_see_is_told_as_like_a_mistyped_one(cast: Cast) -> None:
    """Neither on the page nor to programs; words of members' things are told to members alone."""
    words_for = {
        "xylofruntika": For.PUBLIC,
        "kvastorinppa": For.MEMBERS,
        "zmelkuttiro": For.ORGANISATION,
    }
    for word, audience in words_for.items():
        asked_in = ideas.campaign(cast.facilitator, audience=audience)
        ideas.idea(cast.facilitator, asked_in, title=f"Saunailta {word}")
    actions.reindex()
    told = {
        cast.facilitator: {"xylofruntika", "kvastorinppa"},
        cast.guest: {"xylofruntika"},
        None: {"xylofruntika"},
    }
    for reader, words in told.items():
        browser = signed_in(reader) if reader else Client()
        for word in words_for:
            question = f"saunailta {word[:5]}{word[6:]}"
            expected = [word] if word in words else []
            assert find(question, reader, now(), language="fi").mended == expected
            page = browser.get("/en/search/", {"q": question}).text
            assert ("These are like it" in page) is bool(expected)
            if reader:
                answer = Program(people.token(reader, Scope.READ)).get("search", q=question, lang="fi")
                assert answer.json()["mended"] == expected


def test_the_canaries_are_in_the_index_and_those_they_are_for_find_them(world: worlds.World) -> None:
    seen = [
        canary.words
        for canary in world.canaries
        for persona in canary.audience
        if persona in world.people
        and any(canary.words in _said(one) for one in WAYS["whole"](canary.words, world.people[persona]))
    ]
    assert "kanaria-idea" in seen


def test_a_guard_that_is_gone_is_missed(world: worlds.World, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, model in EVERYTHING.items():
        monkeypatch.setitem(
            SHELVES, kind, replace(SHELVES[kind], rows=lambda _reader, all_of=model: all_of.objects.all())
        )
    found = leaks(world, ("anonymous", "guest"), ("whole",))
    assert {leak.partition(" ")[0] for leak in found} >= {"kanaria-idea"}


def test_the_hint_of_an_audience_alone_lets_nobody_in(world: worlds.World) -> None:
    Entry.objects.update(audience=Audience.PUBLIC)
    assert leaks(world, ("anonymous", "guest", "outsider"), ("whole",)) == []


def test_pages_and_programs_answer_as_the_questions_do(world: worlds.World) -> None:
    for persona in ("anonymous", "guest", "member"):
        client = Client(headers={"authorization": f"Bearer {world.tokens.get(persona, '')}"})
        answer = client.get("/api/v1/search", {"q": "kanaria-idea", "lang": "fi"})
        expected = {"anonymous": 401, "guest": 200, "member": 200}[persona]
        assert answer.status_code == expected
        assert ("kanaria-idea" in answer.text) is (persona == "member")
    answer = Client().get("/fi/search/suggestions/", {"q": "kanaria idea"})
    assert answer.status_code == 200
    assert "kanaria" not in answer.text
