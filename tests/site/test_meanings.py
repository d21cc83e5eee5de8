"""A word of the editors' glossary in one language finds things in the other two, as the house's own glossary does."""

import pytest
from django.test import RequestFactory

from fiksummin.core import worker
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.search import actions
from fiksummin.search.models import Posting
from fiksummin.search.queries import find, tried
from fiksummin.site import finds
from fiksummin.site.models import Term
from tests.cast import Cast
from tests.factories import ideas

pytestmark = pytest.mark.django_db
WORDS = {"word_fi": "hirvikorva", "word_sv": "älgmöte", "word_en": "moose ear"}
"""Words that mean the same here and nowhere else."""


def kept(editor: Person, term: Term) -> None:
    """An editor kept a word; the worker hears of it."""
    request = RequestFactory().post("/")
    request.user = editor
    finds.term_kept(request, term)
    worker.drain()


def term(editor: Person, **words: str) -> Term:
    told = {"meaning_fi": "Kuuntelija kokouksessa.", **WORDS, **words}
    made = Term.objects.create(anchor="hirvikorva", **told)
    kept(editor, made)
    return made


def told(cast: Cast) -> None:
    """Propose the same in three languages, and something that has one word of the English phrase."""
    asked = ideas.campaign(cast.facilitator)
    for language, title in (
        ("fi", "Hirvikorvat kokouksiin"),
        ("sv", "Älgmöten för alla"),
        ("en", "Moose ears for meetings"),
        ("en", "A moose at the door"),
    ):
        ideas.idea(cast.member, asked, title=title, text="–", language=language)
    actions.reindex()


def titles(question: str, reader: Person, language: str = "fi") -> set[str]:
    answer = find(question, reader, now(), language=language, kinds=["idea"])
    return {found.hit.title for found in answer.items}


ALL = {"Hirvikorvat kokouksiin", "Älgmöten för alla", "Moose ears for meetings"}


def test_a_word_of_the_glossary_finds_all_three_languages(cast: Cast) -> None:
    told(cast)
    assert titles("hirvikorvista", cast.member) == {"Hirvikorvat kokouksiin"}
    term(cast.editor)
    for language, question in (("fi", "hirvikorvista"), ("sv", "älgmötet"), ("en", "moose ears")):
        assert titles(question, cast.member, language) >= ALL, language
    assert titles("hirvikorva", cast.member) == ALL
    found = tried("Hirvikorva", "Hirvikorva joka kokoukseen.", cast.member, now(), language="fi")
    assert {one.hit.title for one in found} >= {"Älgmöten för alla", "Moose ears for meetings"}


def test_other_forms_of_a_word_are_of_it(cast: Cast) -> None:
    told(cast)
    term(cast.editor, forms_sv="lyssnare, hörare")
    assert titles("hörarna", cast.member, "sv") == ALL


def test_a_word_that_was_changed_or_removed_means_it_no_longer(cast: Cast) -> None:
    told(cast)
    made = term(cast.editor)
    Term.objects.filter(pk=made.pk).update(word_sv="lyssnare")
    kept(cast.editor, Term.objects.get(pk=made.pk))
    assert titles("hirvikorva", cast.member) == {"Hirvikorvat kokouksiin", "Moose ears for meetings"}
    assert Posting.objects.filter(of__word__text=f"#term{made.pk}").exists()
    gone = Term.objects.get(pk=made.pk)
    Term.objects.filter(pk=made.pk).delete()
    kept(cast.editor, gone)
    assert titles("hirvikorva", cast.member) == {"Hirvikorvat kokouksiin"}
    assert not Posting.objects.filter(of__word__text=f"#term{made.pk}").exists()


def test_only_what_has_the_word_is_read_anew_and_later_all_is_as_it_was(cast: Cast) -> None:
    told(cast)
    made = Term.objects.create(anchor="hirvikorva", meaning_fi="Kuuntelija.", **WORDS)
    assert actions.relearn(name=f"term{made.pk}") == 3
    before = set(Posting.objects.values_list("of__word__text", "entry__kind", "entry__number", "weight"))
    actions.reindex(kinds=["idea"])
    after = set(Posting.objects.values_list("of__word__text", "entry__kind", "entry__number", "weight"))
    assert {row for row in after if row[1] == "idea"} == {row for row in before if row[1] == "idea"}


def test_a_word_in_one_language_alone_widens_nothing(cast: Cast) -> None:
    told(cast)
    term(cast.editor, word_sv="", word_en="")
    assert titles("hirvikorva", cast.member) == {"Hirvikorvat kokouksiin"}
