"""Leads the first occurrence of a glossary word in a text to its meaning; a room above keeps the words."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import Final

ENDINGS: Final = {
    "fi": (
        r"(?:i|e|j|ie|ei)?"
        r"(?:n|en|in|a|ä|ta|tä|ja|jä|ita|itä|ssa|ssä|sta|stä|an|än|on|ön|un|yn|een|seen|hin|iin|lla|llä|lta|ltä|lle|na|nä"
        r"|ksi|kse|tta|ttä|t|den|iden|itten|tten)?"
        r"(?:ni|si|nsa|nsä|mme|nne|an|än|en)?(?:kin|kaan|kään|han|hän|ko|kö)?"
    ),
    "sv": r"(?:en|n|et|t|er|ar|or|r|erna|arna|orna|na|ernas|arnas|s|ens|ets|a)?",
    "en": r"(?:s|es|’s|'s)?",
}
"""What an ordinary word may end in; the rest stands among a term's other forms."""
LEFT_ALONE: Final = frozenset("a button code h1 h2 h3 h4 label pre script style summary time".split())

type Words = Callable[[str], tuple[Mapping[str, str], str]]

_words: list[Words] = []


def words_are(read: Words) -> None:
    """Learn from a room above, at start, how to read the words of a language: their forms with anchors, and the address."""
    _words[:] = [read]


def linked(html: str, language: str) -> str:
    """Give the HTML of a text in a language with the first occurrence of each word as a link."""
    for read in _words:
        forms, address = read(language)
        html = link(html, forms, language, address)
    return html


def link(html: str, forms: Mapping[str, str], language: str, address: str) -> str:
    """Give the HTML with the first occurrence of each term as a link.

    ``forms`` maps a form of a word to its anchor. Links, headings and code are left alone.
    """
    if not forms:
        return html
    return _linked(html, tuple(sorted(forms.items())), language, address)


@lru_cache(maxsize=256)
def _linked(html: str, forms: tuple[tuple[str, str], ...], language: str, address: str) -> str:
    walker = _Walker(_pattern(tuple(form for form, _anchor in forms), language), dict(forms), address)
    walker.feed(html)
    walker.close()
    return "".join(walker.out)


@lru_cache(maxsize=16)
def _pattern(forms: tuple[str, ...], language: str) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return re.compile(rf"(?<![\w-])({words}){ENDINGS.get(language, '')}(?![\w-])", re.IGNORECASE)


class _Walker(HTMLParser):
    """Copies HTML as it stands, but for the words."""

    def __init__(self, pattern: re.Pattern[str], forms: Mapping[str, str], address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pattern, self.forms, self.address = pattern, forms, address
        self.out: list[str] = []
        self.shut: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LEFT_ALONE:
            self.shut.append(tag)
        self.out.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.shut:
            self.shut.remove(tag)
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data if self.shut else self.pattern.sub(self._replaced, data))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")

    def _replaced(self, found: re.Match[str]) -> str:
        anchor = self.forms[" ".join(found[1].casefold().split())]
        if anchor in self.seen:
            return found[0]
        self.seen.add(anchor)
        return f'<a class="term" href="{escape(self.address)}#{escape(anchor)}">{found[0]}</a>'
