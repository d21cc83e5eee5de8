"""However common its words are, a question reads so much and no more; and what one may not see takes no place."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now, today
from fiksummin.ideas.choices import Audience as For
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Person
from fiksummin.search import actions
from fiksummin.search.models import Posting, PostingList
from fiksummin.search.queries import find, finding, reading, tried
from fiksummin.search.queries.ranking import wanted_of, widen
from fiksummin.search.shelves import SHELVES
from fiksummin.search.words.analysis import asked
from tests.cast import Cast
from tests.factories import experiments, ideas

pytestmark = pytest.mark.django_db
MANY = 30
"""Things with the same word in their titles: several times what is read of a list, as these tests have it."""


@pytest.fixture(autouse=True)
def _little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read little, so that thirty things are many."""
    for name, value in {"WHOLE": 10, "HEAVIEST": 40, "MOST_OF_ONE": 6, "LEAST_OF_ONE": 3}.items():
        monkeypatch.setattr(reading, name, value)
    monkeypatch.setattr("fiksummin.search.queries.ranking.FILLED", 12)


def crowd(by: Person, owner: Person, audience: str = For.PUBLIC, **words: object) -> list[Idea]:
    """Propose many ideas that are alike."""
    asked_in = ideas.campaign(owner, audience=audience, **words)
    return [ideas.idea(by, asked_in, title=f"Saunailta {number}") for number in range(MANY)]


def titles(question: str, reader: Person | None, most: int = 5) -> list[str]:
    return [found.hit.title for found in find(question, reader, now(), language="fi", most=most).items]


def read(question: str, reader: Person | None, *, deeply: int = 0) -> int:
    """Count the postings that a question reads."""
    words = asked(question, "fi")
    widen(words, typing=False)
    found = reading.read(wanted_of(words), reader, (), deeply=deeply)
    return sum(len(entries) for entries in found.postings.values())


def test_more_things_with_a_common_word_cost_no_more(cast: Cast) -> None:
    crowd(cast.member, cast.facilitator)
    actions.reindex()
    once = read("saunailta", cast.member)
    crowd(cast.member, cast.facilitator)
    actions.reindex()
    assert PostingList.objects.filter(word__text="saunailta").get().length == 2 * MANY
    assert read("saunailta", cast.member) == once
    assert once <= 10 + 40


def test_the_heaviest_are_found_first_and_questions_are_as_few(cast: Cast) -> None:
    crowd(cast.member, cast.facilitator)
    ideas.idea(
        cast.member,
        ideas.campaign(cast.facilitator),
        title="Saunailta",
        text="Saunailta, saunailta, saunailta!",
    )
    actions.reindex()
    assert titles("saunailta", cast.member)[0] == "Saunailta"
    with CaptureQueriesContext(connection) as few:
        titles("saunailta", cast.member)
    crowd(cast.member, cast.facilitator)
    actions.reindex()
    titles("saunailta", cast.member)
    with CaptureQueriesContext(connection) as many:
        titles("saunailta", cast.member)
    assert len(many) == len(few)


def test_what_has_a_rare_word_and_a_common_one_comes_first(cast: Cast) -> None:
    crowd(cast.member, cast.facilitator)
    asked_in = ideas.campaign(cast.facilitator)
    ideas.idea(cast.member, asked_in, title="Kesäjuhla", text="Myös saunailta pidetään.")
    ideas.idea(cast.member, asked_in, title="Kesäjuhla toisin", text="Makkaraa.")
    actions.reindex()
    assert titles("kesäjuhlan saunailta", cast.member)[0] == "Kesäjuhla"


def test_ideas_of_another_house_stand_before_nothing(cast: Cast) -> None:
    """All that is read first is hers who may not be seen; what is seen is fainter, older or further down."""
    crowd(cast.manager, cast.host, For.ORGANISATION)
    seen = ideas.campaign(cast.owner, audience=For.ORGANISATION)
    ideas.idea(
        cast.member,
        seen,
        title="Kesäjuhla",
        text="Pidetään muun muassa myös ulkona, jos sää sallii, saunailta.",
    )
    actions.reindex()
    assert titles("saunailta", cast.member) == ["Kesäjuhla"]
    assert titles("saunailta", cast.manager)[0].startswith("Saunailta")
    assert titles("saunailta", cast.partner) == []
    assert titles("saunailta", None) == []


def test_without_asking_the_rooms_as_it_reads_it_would_be_lost(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd(cast.manager, cast.host, For.ORGANISATION)
    seen = ideas.campaign(cast.owner, audience=For.ORGANISATION)
    ideas.idea(cast.member, seen, title="Kesäjuhla", text="Pidetään myös ulkona, jos sää sallii, saunailta.")
    actions.reindex()
    assert titles("saunailta", cast.member) == ["Kesäjuhla"]
    monkeypatch.setattr(reading, "_is_open", lambda _lot, _reader: True)
    monkeypatch.setattr(
        finding, "read", lambda words, reader, kinds, **_deeply: reading.read(words, reader, kinds)
    )
    assert titles("saunailta", cast.member) == []


def test_a_guest_finds_what_is_public_behind_what_is_for_members(cast: Cast) -> None:
    crowd(cast.member, cast.facilitator, For.MEMBERS)
    ideas.idea(
        cast.member,
        ideas.campaign(cast.facilitator, audience=For.PUBLIC),
        title="Kesäjuhla",
        text="Saunailta.",
    )
    hers = ideas.campaign(cast.facilitator, audience=For.PUBLIC)
    actions.reindex()
    assert titles("saunailta", cast.guest) == ["Kesäjuhla"]
    assert titles("saunailta", None) == ["Kesäjuhla"]
    assert hers.ideas.count() == 0


def hidden(numbers: set[int]) -> Callable[[Person | None], object]:
    return lambda reader: Idea.objects.visible_to(reader).exclude(pk__in=numbers)


def test_what_was_taken_out_of_sight_since_stands_before_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    heavy = crowd(cast.member, cast.facilitator)
    shown = ideas.campaign(cast.facilitator, audience=For.PUBLIC)
    for number in range(3):
        ideas.idea(
            cast.member, shown, title=f"Kesäjuhla {number}", text="Ulkona tai sisällä, ja sitten saunailta."
        )
    actions.reindex()
    out = {idea.pk for idea in heavy}
    monkeypatch.setitem(SHELVES, "idea", replace(SHELVES["idea"], rows=hidden(out)))  # type: ignore[arg-type]  # made for this test
    for reader in (cast.member, cast.guest, None):
        assert sorted(titles("saunailta", reader)) == ["Kesäjuhla 0", "Kesäjuhla 1", "Kesäjuhla 2"]


def test_a_page_further_on_is_as_full_as_the_first(cast: Cast) -> None:
    crowd(cast.member, cast.facilitator)
    actions.reindex()
    pages = [
        [
            found.number
            for found in find("saunailta", cast.member, now(), language="fi", skip=skip, most=10).items
        ]
        for skip in (0, 10, 20, 30)
    ]
    assert [len(page) for page in pages] == [10, 10, 10, 0]
    assert len({number for page in pages for number in page}) == MANY


def test_one_kind_is_found_among_many_of_another(cast: Cast) -> None:
    crowd(cast.member, cast.facilitator)
    experiments.ended(cast.colleague, title="Kesäjuhla", why="Saunailta lyhenee, kun siitä sovitaan ajoissa.")
    actions.reindex()
    answer = find("saunailta", cast.member, now(), language="fi", kinds=["experiment"])
    assert [found.hit.title for found in answer.items] == ["Kesäjuhla"]
    found = tried("Saunailta", "Saunailta joka viikko.", cast.member, now(), language="fi")
    assert "experiment" in {one.kind for one in found}


def test_who_sees_nothing_of_it_finds_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd(cast.member, cast.facilitator)
    actions.reindex()
    monkeypatch.setitem(SHELVES, "idea", replace(SHELVES["idea"], rows=lambda _reader: Idea.objects.none()))
    assert titles("saunailta", cast.member) == []


def test_what_is_not_seen_does_not_make_the_rest_faint(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether somebody finds a faint answer must not tell that there is a strong one that she may not see."""
    strong = ideas.idea(
        cast.member, ideas.campaign(cast.facilitator), title="Saunailta kesäjuhla makkara ongintakilpailu"
    )
    weak = ideas.idea(
        cast.member, ideas.campaign(cast.facilitator), title="Muuta", text="Asiasta " * 150 + "makkara"
    )
    actions.reindex()
    question = "saunailta kesäjuhla makkara ongintakilpailu"
    assert titles(question, cast.member) == [strong.title]
    monkeypatch.setitem(SHELVES, "idea", replace(SHELVES["idea"], rows=hidden({strong.pk})))  # type: ignore[arg-type]  # made for this test
    assert titles(question, cast.member) == [weak.title]


def test_lists_know_their_lengths_whatever_happened(cast: Cast) -> None:
    made = crowd(cast.member, cast.facilitator)
    actions.reindex()
    Idea.objects.filter(pk__in=[idea.pk for idea in made[:7]]).update(title="Kesäjuhla")
    actions.keep(kind="idea", number=made[0].pk)
    actions.reindex(kinds=["idea"])
    actions.keep(kind="idea", number=10_000_000)
    said = dict(PostingList.objects.values_list("pk", "length"))
    counted = {pk: Posting.objects.filter(of=pk).count() for pk in said}
    assert said == counted
    assert 0 not in said.values()
    PostingList.objects.update(length=1)
    actions.reindex()
    assert dict(PostingList.objects.values_list("pk", "length")) == counted


def test_rows_worded_once_are_what_the_rooms_show_whoever_asked_before(cast: Cast) -> None:
    for audience in For:
        asked_in = ideas.campaign(cast.facilitator, audience=audience)
        ideas.idea(cast.member, asked_in)
    experiments.experiment(cast.member, team=(cast.guest,))
    experiments.experiment(cast.colleague)
    experiments.baton(cast.facilitator, cast.member)
    readers = [Person.objects.standing(cast[key].pk, today()) for key in cast]
    shelves = [shelf for shelf in SHELVES.values() if shelf.is_worded_once]
    assert {shelf.kind for shelf in shelves} == {"idea", "campaign", "experiment", "baton"}
    found = set()
    for reader in (None, *readers, None, *reversed(readers)):
        for shelf in shelves:
            numbers = list(shelf.whole().values_list("pk", flat=True))
            seen = {row.pk for row in shelf.seen(reader, numbers)}
            assert seen == {row.pk for row in shelf.rows(reader)}, (shelf.kind, reader)
            found.add((shelf.kind, frozenset(seen)))
    assert len(found) > 2 * len(shelves), "they differ, so that a mistake would be seen"
