"""What may be wrong with a translation, each said as a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from dev.messages.catalogue import Key, key_of

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
MARKUP = re.compile(r"</?([a-z][a-z0-9]*)")


def complaints(catalogue: polib.POFile) -> Iterator[str]:
    """Say what is wrong with the entries of one catalogue."""
    for entry in catalogue:
        said = _short(entry.msgid)
        if entry.obsolete:
            yield f"no longer said by the code: “{said}”. Drop it with bin/messages --tidy."
        elif "fuzzy" in entry.flags:
            yield f"fuzzy: “{said}”. Read the translation, mend it and take the mark away."
        elif not all(_forms(entry)):
            yield f"not translated: “{said}”."
        else:
            yield from (f"“{said}”: {fault}" for fault in _faults(entry))


def disagreements(catalogues: Iterable[tuple[Path, polib.POFile]]) -> Iterator[str]:
    """Say where two apps translate the same English differently: only one of them would be shown."""
    said: dict[Key, dict[tuple[str, ...], Path]] = defaultdict(dict)
    for app, catalogue in catalogues:
        for entry in catalogue:
            if not entry.obsolete and all(_forms(entry)):
                said[key_of(entry)].setdefault(tuple(_forms(entry)), app)
    for (_, english), versions in said.items():
        if len(versions) > 1:
            told = " and ".join(f"“{forms[0]}” ({app.name})" for forms, app in versions.items())
            yield f"“{_short(english)}” is {told}: agree on one, or tell them apart with pgettext."


def _forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _faults(entry: polib.POEntry) -> Iterator[str]:
    sources = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    allowed = {mark for source in sources for mark in PLACEHOLDER.findall(source)}
    for form in _forms(entry):
        marks = set(PLACEHOLDER.findall(form))
        if marks - allowed or (not entry.msgid_plural and allowed - marks):
            yield f"the placeholders differ from the English: {_list(marks ^ allowed)}."
        if sorted(MARKUP.findall(form)) not in [sorted(MARKUP.findall(source)) for source in sources]:
            yield "the HTML tags differ from the English."
        if (
            form[:1].isspace() != entry.msgid[:1].isspace()
            or form[-1:].isspace() != entry.msgid[-1:].isspace()
        ):
            yield "white space at the ends differs from the English."
        if "!" in form:
            yield "an exclamation mark: the system speaks calmly."


def _list(marks: set[str]) -> str:
    return ", ".join(sorted(marks))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 70 else words[:69] + "…"
