"""Finds text in templates that no translator will ever see."""

import re
from collections.abc import Iterator
from pathlib import Path

from dev.lint.findings import Finding, excused
from dev.lint.markup import Element, Text, read, tags, without_tags

RULE = "bare-text"
LESSON = (
    "“{words}” reaches every reader in one language. Wrap it in {{% translate %}} or "
    '{{% blocktranslate trimmed %}}; a name that is never translated takes translate="no".'
)
WORD = re.compile(r"(?!Fiksummin\b)\b[^\W\d_]{2,}")
"""Two letters make a word; the service's own name is the same in every language."""
SILENT = frozenset({"script", "style", "code"})
SPOKEN = frozenset(
    "alt title placeholder label aria-label aria-description aria-roledescription aria-valuetext "
    "data-confirm data-label data-message data-text".split()
)
ARGUMENTS = frozenset(
    "label title heading lead text caption hint help placeholder alt message summary description".split()
)
ARGUMENT = re.compile(r"(\w+)=(\"[^\"]*\"|'[^']*')")
FOR_DEVELOPERS = "styleguide"
"""A folder of pages that only developers see; they read English."""
TRANSLATES = ("translate ", "trans ", "blocktranslate", "blocktrans", "endblocktrans")


def bare_text(path: Path, source: str) -> list[Finding]:
    """Find text outside the translate tags of an HTML or plain text template."""
    if FOR_DEVELOPERS in path.parts:
        return []
    found = _in_html(source) if path.suffix in {".html", ".svg"} else _in_plain(source)
    places = sorted({(line, _short(words)) for line, words in [*found, *_in_arguments(source)]})
    return excused([Finding(path, line, RULE, LESSON.format(words=words)) for line, words in places], source)


def _in_html(source: str) -> Iterator[tuple[int, str]]:
    page = read(source)
    for text in page.texts:
        if WORD.search(text.words) and not _is_excepted(text):
            yield text.line, text.words
    for element in page.elements:
        for name, value in element.attributes.items():
            if WORD.search(value) and _is_spoken(element, name) and not _own_language(element):
                yield element.line, value


def _in_plain(source: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(without_tags(source).splitlines(), 1):
        if WORD.search(line):
            yield number, line


def _in_arguments(source: str) -> Iterator[tuple[int, str]]:
    """Find literals handed to a component: ``{% include "ui/_card.html" with title="Visit" %}``."""
    for line, inside in tags(source):
        if not inside.startswith(TRANSLATES):
            for name, value in ARGUMENT.findall(inside):
                if name in ARGUMENTS and WORD.search(value):
                    yield line, value[1:-1]


def _is_excepted(text: Text) -> bool:
    return any(element.name in SILENT or _own_language(element) for element in text.around)


def _own_language(element: Element) -> bool:
    """Say whether the element declares that its words stay: ``translate="no"`` or a language of its own."""
    if element.attributes.get("translate") == "no":
        return True
    return bool(WORD.search(element.attributes.get("lang", "")))


def _is_spoken(element: Element, name: str) -> bool:
    if element.name == "meta":
        kind = element.attributes.get("name") or element.attributes.get("property", "")
        return name == "content" and kind.removeprefix("og:") in {"description", "title"}
    if element.name == "input" and name == "value":
        return element.attributes.get("type") in {"submit", "button", "reset"}
    return name in SPOKEN


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:39] + "…"
