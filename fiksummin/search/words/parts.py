"""Parts of compounds: "kellokortti" is "kello" and "kortti", "arbetsrum" is "arbete" and "rum".

Voikko knows them where it is installed. Otherwise a word is cut where both sides are words: of the list of
common parts in ``data``, or base forms of four letters and more that the dictionary has.
"""

from functools import cache, lru_cache
from typing import Final

from fiksummin.search.words import voikko
from fiksummin.search.words.lemmas import lookup
from fiksummin.search.words.tokens import DATA

SHORTEST: Final = 6
"""Letters of the shortest compound that is cut."""
SHORTEST_PART: Final = 4
"""Letters of the shortest part that the dictionary alone vouches for."""
_JOINING: Final = {"fi": ("",), "sv": ("", "s")}
"""What may stand between the two."""


@lru_cache(maxsize=20_000)
def parts_of(base: str, language: str) -> tuple[str, ...]:
    """Give the base forms of the parts of a base form, the longer ones too; () when it is no compound."""
    if language not in _JOINING or len(base) < SHORTEST or not base.isalpha():
        return ()
    if language == "fi" and voikko.is_here() and (known := voikko.analyse(base)):
        return _of_voikko(base, known.parts)
    if language == "fi" and base.endswith(("ton", "tön")) and (thing := lookup(base[:-3], "fi")):
        return (thing,)
    cut = _best_cut(base, language)
    if cut is None:
        return ()
    head, tail = cut
    return tuple(dict.fromkeys([head, tail, *parts_of(head, language), *parts_of(tail, language)]))


def base_of_compound(word: str, language: str) -> str:
    """Give the base form of an inflected compound that no dictionary has as a whole; "" when it is none."""
    if language not in _JOINING or len(word) < SHORTEST or not word.isalpha():
        return ""
    cut = _best_cut(word, language, inflected=True)
    return word[: -len(cut[1])] + _tail(cut[1], language) if cut else ""


def _of_voikko(base: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Give the parts, and what two and more of them make together: "asiantuntijatyö" holds "asiantuntija"."""
    longer = ["".join(parts[:n]) for n in range(2, len(parts))] + [
        base[-len("".join(parts[n:])) :] for n in range(1, len(parts) - 1)
    ]
    return tuple(dict.fromkeys(voikko.base_form(part) or part for part in (*parts, *longer) if len(part) > 1))


def _best_cut(word: str, language: str, *, inflected: bool = False) -> tuple[str, str] | None:
    """Cut a word in two: the base form of the first part, and the second as it stands."""
    heads, tails, whole = _common(language)
    if word in whole:
        return None
    cuts = []
    for at in range(2, len(word) - 1):
        tail = word[at:]
        base = _tail(tail, language) if inflected else tail
        common = base in tails
        if not common and not (
            len(tail) >= SHORTEST_PART and base and (inflected or lookup(tail, language) == tail)
        ):
            continue
        for head in _heads(word[:at], language):
            found = heads.get(head) or (lookup(head, language) if len(head) >= SHORTEST_PART else "")
            if found:
                cuts.append(((common + (head in heads), len(tail) if common else 0, at), (found, tail)))
    return max(cuts)[1] if cuts else None


def _heads(beginning: str, language: str) -> list[str]:
    return [
        beginning[: len(beginning) - len(joint)] for joint in _JOINING[language] if beginning.endswith(joint)
    ]


def _tail(word: str, language: str) -> str:
    return lookup(word, language)


@cache
def _common(language: str) -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Read the common parts: first parts with their base forms, last parts, and words that are not cut."""
    heads: dict[str, str] = {}
    tails: set[str] = set()
    whole: set[str] = set()
    for line in (DATA / f"parts_{language}.txt").read_text(encoding="utf-8").splitlines():
        mark, _, words = line.partition(" ")
        for word in words.split():
            if mark == "=":
                whole.add(word)
            elif mark == "<":
                form, _, base = word.partition("/")
                heads[form] = base or form
            elif mark == "+":
                heads[word] = word
                tails.add(word)
    return heads, frozenset(tails), frozenset(whole)
