"""Reads a Django template as HTML: template tags are blanked, so that lines and columns stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
TRANSLATED = re.compile(
    r"\{%\s*(blocktranslate|blocktrans|comment)\b.*?%\}.*?\{%\s*end\1\s*%\}|\{#.*?#\}", re.DOTALL
)
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
VARIABLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Element:
    """An opening tag with its attributes, and the line where it stands."""

    name: str
    attributes: dict[str, str]
    line: int


@dataclass(frozen=True)
class Text:
    """A run of text, the elements around it from the outermost in, and the line where it begins."""

    words: str
    around: tuple[Element, ...]
    line: int


@dataclass
class Page:
    """What a template holds once its tags are taken away."""

    elements: list[Element] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def read(source: str) -> Page:
    """Read a template's own HTML; what ``translate`` and ``blocktranslate`` say is taken as said."""
    reader = _Reader()
    reader.feed(without_tags(source))
    reader.close()
    return reader.page


def without_tags(source: str) -> str:
    """Blank every template tag, variable and comment; a variable leaves ``0`` so that it is not empty."""
    source = TRANSLATED.sub(_blank, source)
    source = TAG.sub(_blank, source)
    return VARIABLE.sub(lambda match: _blank(match, "0"), source)


def tags(source: str) -> Iterator[tuple[int, str]]:
    """Give the line and the inside of each template tag outside comments."""
    bare = re.sub(
        r"\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}|\{#.*?#\}", _blank, source, flags=re.DOTALL
    )
    for match in TAG.finditer(bare):
        yield bare.count("\n", 0, match.start()) + 1, match.group()[2:-2].strip()


def _blank(match: re.Match[str], mark: str = " ") -> str:
    return mark + re.sub(r"[^\n]", " ", match.group())[1:]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self.page.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].name == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        if data.strip():
            before = data[: len(data) - len(data.lstrip())]
            line = self.getpos()[0] + before.count("\n")
            self.page.texts.append(Text(data, tuple(self._open), line))
