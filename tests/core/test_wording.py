"""What shows nothing says nothing."""

import pytest

from fiksummin.core.wording import is_blank, says_little, why_not_text


@pytest.mark.parametrize(
    "words", ["", " \n\t", "\u200b", "\u202e\u202c", "\ufeff \u2060", "\u2800", "\u3164\u00a0"]
)
def test_nothing_to_be_seen(words: str) -> None:
    assert is_blank(words)
    assert why_not_text(words, 100)
    assert why_not_text(words, 100, owed=False) == ""


@pytest.mark.parametrize("words", ["a", ".", "\u200bä", "🙂", "👩\u200d🔬", "שלום\u200f", "1"])
def test_something_to_be_seen(words: str) -> None:
    assert not is_blank(words)


@pytest.mark.parametrize(
    ("words", "says"),
    [("a" * 40, False), ("ei ei ei ei ei", False), (" lyhyt \n\n\n\n", False), ("Palvelu loppui", True)],
)
def test_a_key_held_down_says_nothing(words: str, says: bool) -> None:
    assert says_little(words, 10) is not says
