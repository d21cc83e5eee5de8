"""What differs between two versions, word by word, as it is read."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from fiksummin.library.choices import FACETS, NAMES, SECTIONS, TOLD
from fiksummin.library.models import Version

KEPT, ADDED, REMOVED = "kept", "added", "removed"
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """Words that stayed, came or went."""

    state: str
    text: str


@dataclass(frozen=True)
class Difference:
    """A section with its pieces."""

    heading: str
    pieces: tuple[Piece, ...]


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Tell how one text became another, word by word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Piece] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(KEPT, "".join(old[a1:a2])))
            continue
        found += [Piece(REMOVED, "".join(old[a1:a2]))] if a2 > a1 else []
        found += [Piece(ADDED, "".join(new[b1:b2]))] if b2 > b1 else []
    return tuple(found)


def differences(before: Version | None, after: Version, kind: str) -> list[Difference]:
    """Tell what differs, section by section; what is the same is left out. Of a first version all is new."""
    old, new = _values(before, kind), _values(after, kind)
    return [
        Difference(str(NAMES[name]), pieces(old[name], new[name])) for name in new if old[name] != new[name]
    ]


def shown(row: Version, name: str) -> str:
    """Give a plain fact of a version in words; "" where there is none."""
    words = getattr(row, f"get_{name}_display", None)
    value = words() if words else getattr(row, name)
    return "" if value is None else str(value)


def _values(row: Version | None, kind: str) -> dict[str, str]:
    """Give all that a version says, by name; nothing for none."""
    names = ("title", *TOLD[kind], *FACETS[kind])
    if row is None:
        return dict.fromkeys(names, "")
    return {name: row.texts.get(name, "") if name in SECTIONS else shown(row, name) for name in names}
