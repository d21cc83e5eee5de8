"""Words that people give in several languages."""

from typing import Any, Final, overload

from django.utils.translation import get_language

LANGUAGES: Final = ("fi", "sv", "en")


class Foreign(str):
    """Words in another language than that of the page: there are none in that one."""

    __slots__ = ("language",)
    language: str

    @classmethod
    def of(cls, words: str, language: str) -> "Foreign":
        """Mark words with their language."""
        marked = cls(words)
        marked.language = language
        return marked


def spoken(row: object, name: str, language: str = "") -> str:
    """Read ``name_fi``, ``name_sv`` or ``name_en``: the language wanted, else the first that has words (``Foreign``)."""
    wanted = (language or get_language() or "fi")[:2]
    for code in (wanted, *LANGUAGES):
        words = getattr(row, f"{name}_{code}", "")
        if words:
            return str(words) if code == wanted else Foreign.of(words, code)
    return ""


class Spoken:
    """Read a row's words in the active language: ``name = Spoken("name")``."""

    def __init__(self, name: str) -> None:
        """Name the three columns without their language."""
        self.name = name

    @overload
    def __get__(self, row: None, owner: Any) -> "Spoken": ...
    @overload
    def __get__(self, row: object, owner: Any) -> str: ...
    def __get__(self, row: object | None, owner: Any) -> "Spoken | str":
        return self if row is None else spoken(row, self.name)
