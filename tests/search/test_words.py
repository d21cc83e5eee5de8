"""Words are taken apart: base forms, parts, concepts, languages."""

import pytest

from fiksummin.search.words import analysis, voikko
from fiksummin.search.words.analysis import Piece
from fiksummin.search.words.bases import base
from fiksummin.search.words.concepts import phrases
from fiksummin.search.words.parts import parts_of
from fiksummin.search.words.tongues import tongues

INFLECTED = {
    "fi": "työpajoissa työpaja ideoiden idea virkamiehille virkamies kellokorteista kellokortti tekoälyapurin tekoälyapuri "
    "palaverittomasta palaveriton etätyötilat etätyötila johtamisen johtaminen asiakkaiden asiakas huoneita huone",
    "sv": "verkstäder verkstad tjänstemännens tjänsteman myndigheternas myndighet arbetsrummen arbetsrum metodverkstäder metodverkstad",
    "en": "meetings meeting children child agencies agency",
}
COMPOUNDS = (
    ("fi", "kellokortti", {"kello", "kortti"}),
    ("fi", "etätyötila", {"etätyö", "tila"}),
    ("fi", "palaveriton", {"palaveri"}),
    ("sv", "arbetsrum", {"arbete", "rum"}),
    ("sv", "språkpar", {"språk", "par"}),
    ("fi", "palaveri", set()),
    ("en", "meeting", set()),
)


@pytest.mark.parametrize("language", INFLECTED)
def test_base_forms(language: str) -> None:
    words = INFLECTED[language].split()
    wrong = {word: base(word, language) for word, is_base in zip(words[::2], words[1::2], strict=True) if base(word, language) != is_base}  # fmt: skip
    assert wrong == {}


@pytest.mark.parametrize(("language", "word", "parts"), COMPOUNDS)
def test_parts(language: str, word: str, parts: set[str]) -> None:
    found = set(parts_of(word, language))
    assert parts <= found
    assert bool(parts) == bool(found)


@pytest.mark.parametrize(
    ("text", "told", "said"),
    [
        ("Yksi päivä viikossa ilman kokouksia", "", ("fi",)),
        ("Fler cyklar när cykeln är i skick", "", ("sv",)),
        ("Follow a colleague whose work touches yours", "", ("en",)),
        ("Fler cyklar när cykeln är i skick", "fi", ("sv",)),
        ("Lean", "sv", ("sv",)),
    ],
)
def test_the_language_of_a_text(text: str, told: str, said: tuple[str, ...]) -> None:
    assert tongues(text.lower().split(), told) == said


def test_one_concept_is_met_in_three_languages() -> None:
    met = [
        {token for token in analysis.tokens_of([Piece(text, language)]) if token.startswith("#")}
        for text, language in (("Etätyöt", "fi"), ("Distansarbetet", "sv"), ("Working from home", "en"))
    ]
    assert met[0] & met[1] & met[2]


def test_every_line_of_the_glossary_says_it_in_three_languages() -> None:
    numbers = [
        {concept for found in phrases(language).values() for concept in found}
        for language in ("fi", "sv", "en")
    ]
    assert numbers[0] == numbers[1] == numbers[2]
    assert len(numbers[0]) > 200


def test_a_question_of_common_words_alone_is_still_asked() -> None:
    assert [one.word for one in analysis.asked("mitä on", "fi")] == ["mitä", "on"]
    assert [one.word for one in analysis.asked("mikä on kapula", "fi")] == ["kapula"]


def test_what_is_typed_before_the_dictionaries_are_there_is_read_by_stems() -> None:
    (one,) = analysis.asked_quickly("distansarbetet", "sv")
    (whole,) = analysis.asked("distansarbetet", "sv")
    concepts = {token for token in one.ways if token.startswith("#")}
    assert concepts
    assert concepts <= set(whole.ways)


def test_voikko_is_left_aside_in_tests() -> None:
    """The fallback is what every machine has."""
    assert not voikko.is_here()


@pytest.mark.parametrize(
    "text", ["", " ", "!!!", "\u200b", "a" * 5000, "-", "'", "½ ²", "日本語", "<b>", "#4", "~fi"]
)
def test_nothing_strange_stumbles(text: str) -> None:
    analysis.tokens_of([Piece(text)])
    analysis.asked(text, "fi")
    analysis.asked_quickly(text, "sv")
