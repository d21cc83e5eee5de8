"""Words of a text as they stand, in small letters; å, ä and ö stay what they are."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"
LONGEST_WORD: Final = 60
_WORD = re.compile(r"[^\W_]+(?:['’:\-‐‑][^\W_]+)*")
_JOINTS = re.compile(r"['’:\-‐‑]+")
_MARKUP = re.compile(r"<[^>]*>")


def words_of(text: str) -> Iterator[str]:
    """Give the words of a text in their order; parts joined by a hyphen come as one and by themselves."""
    whole = unicodedata.normalize("NFC", text).lower()
    for found in _WORD.finditer(whole):
        word = found[0].replace("’", "'").replace("‐", "-").replace("‑", "-")[:LONGEST_WORD]
        yield word


def pieces_of(word: str) -> list[str]:
    """Give the parts of a word that a hyphen, colon or apostrophe joins; those of one letter say nothing."""
    return [piece for piece in _JOINTS.split(word) if len(piece) > 1] if _JOINTS.search(word) else []


def plain(html: str) -> str:
    """Give the text of HTML without its tags."""
    return " ".join(_MARKUP.sub(" ", html).split())


@cache
def common(language: str) -> frozenset[str]:
    """Give the words of a language that say too little to search by."""
    return frozenset((DATA / f"common_{language}.txt").read_text(encoding="utf-8").split())
