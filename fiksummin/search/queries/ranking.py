"""Which things answer a question best, from the index alone: not yet who may see them.

Each word of the question is met in the best way it can be (as it stands, by its base form, stem, concept, part,
or beginning), and counts the more the fewer things have it. Things that meet more of the words come first;
of those alike, the newer. Whether something worked does not count.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from fiksummin.search.choices import Audience
from fiksummin.search.models import Entry, Posting
from fiksummin.search.vocabulary import VOCABULARY
from fiksummin.search.words.analysis import Asked

CANDIDATES: Final = 300
"""Things that are ranked to the end."""
FAINT: Final = 0.1
"""Things that answer less than this share of what the best one does are left out."""
UNMET: Final = 3.0
"""How much a word tells that nothing has: as much as a rare one, so that a thing that lacks it is no good answer."""
MOST_TWINS, TWIN = 2, 0.5
"""How many that are alike stand side by side, and how much the others count."""
BEGUN, MENDED, EDGE = 0.75, 0.6, 0.35
"""How much a word counts that was completed, that was mended, and that is one edge of an unknown compound."""
STRONG: Final = 0.6
"""Ways at least so good say how common a word of the question is."""
NEWNESS: Final = 0.15
"""How much more something of today counts than something very old."""
HALF_LIFE: Final = 365.0
"""Days after which half of that is left."""


@dataclass(frozen=True)
class Ranked:
    """A thing, how well it answers, and how much of the question it meets (a share of one)."""

    kind: str
    number: int
    score: float
    met: float


def widen(question: Sequence[Asked], *, typing: bool) -> list[str]:
    """Complete the last word while somebody types, and mend words that nothing has; give what was mended."""
    VOCABULARY.catch_up()
    mended: list[str] = []
    for place, one in enumerate(question):
        if typing and place == len(question) - 1:
            _complete(one)
        if len(one.word) > 3 and not any(token in VOCABULARY.numbers for token in one.ways):
            mended += _mend(one)
    return mended


def _complete(one: Asked) -> None:
    for word in VOCABULARY.beginning(one.word) if len(one.word) > 1 else ():
        one.add(word, BEGUN * (0.6 + 0.4 * len(one.word) / len(word)))


def _mend(one: Asked) -> list[str]:
    """Take a word that nothing has for the beginning of one, for a mistyped one, or for an unknown compound."""
    _complete(one)
    if any(token in VOCABULARY.numbers for token in one.ways):
        return []
    near = VOCABULARY.near(one.word)
    for word in near:
        one.add(word, MENDED)
    for word in [] if near else VOCABULARY.edges(one.word):
        one.add(word, EDGE)
    return near


def rank(
    question: Sequence[Asked], at: datetime, *, kinds: Collection[str] = (), public_only: bool = False
) -> list[Ranked]:
    """Give the things that answer a question, the best first; three queries at most."""
    wanted: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for place, one in enumerate(question):
        for token, worth in one.ways.items():
            if token in VOCABULARY.numbers:
                wanted[VOCABULARY.numbers[token]].append((place, worth))
    if not wanted:
        return []
    rows = _postings(wanted, kinds, public_only=public_only)
    total = Entry.objects.count()
    common = Counter(word for word, _entry, _weight in rows)
    told = _tells(question, wanted, rows, total)
    met: dict[int, dict[int, float]] = defaultdict(dict)
    best: dict[int, dict[int, float]] = defaultdict(dict)
    for word, entry, weight in rows:
        rare = _rarity(common[word], total)
        for place, worth in wanted[word]:
            points = worth * weight * min(told[place], question[place].weight * rare)
            if points > best[entry].get(place, 0):
                best[entry][place] = points
            met[entry][place] = max(worth, met[entry].get(place, 0))
    whole = sum(told) or 1.0
    share = {
        entry: sum(told[place] * worth for place, worth in places.items()) / whole
        for entry, places in met.items()
    }
    scores = {entry: sum(points.values()) * (0.25 + 0.75 * share[entry]) for entry, points in best.items()}
    least = max(scores.values(), default=0) * FAINT
    strong = [entry for entry, score in scores.items() if score >= least]
    first = sorted(strong, key=lambda entry: (-scores[entry], entry))[:CANDIDATES]
    return _apart(_dated({entry: (scores[entry], share[entry]) for entry in first}, at))


def _postings(
    words: Collection[int], kinds: Collection[str], *, public_only: bool
) -> Sequence[tuple[int, int, int]]:
    rows = Posting.objects.filter(word__in=list(words))
    if kinds:
        rows = rows.filter(entry__kind__in=list(kinds))
    if public_only:
        rows = rows.filter(entry__audience=Audience.PUBLIC)
    return list(rows.values_list("word_id", "entry_id", "weight"))


def _tells(
    question: Sequence[Asked],
    wanted: dict[int, list[tuple[int, float]]],
    rows: Sequence[tuple[int, int, int]],
    total: int,
) -> list[float]:
    """Say how much each word of a question tells: the fewer things have it, the more; one that nothing has, little."""
    having: list[set[int]] = [set() for _one in question]
    weakly: list[set[int]] = [set() for _one in question]
    for word, entry, _weight in rows:
        for place, worth in wanted[word]:
            (having if worth >= STRONG else weakly)[place].add(entry)
    counts = [len(having[place] or weakly[place]) for place in range(len(question))]
    return [
        one.weight * (_rarity(count, total) if count else UNMET)
        for one, count in zip(question, counts, strict=True)
    ]


def _rarity(count: int, total: int) -> float:
    """Say how rare it is that a thing has a word (as BM25 does), never nothing at all."""
    return max(math.log(1 + (total - count + 0.5) / (count + 0.5)), 0.1)


def _apart(ranked: list[Ranked]) -> list[Ranked]:
    """Have things of a kind that the index cannot tell apart, as twelve booths alike, not fill the first page."""
    twins: Counter[tuple[str, float]] = Counter()
    found = []
    for one in ranked:
        twins[one.kind, one.score] += 1
        crowd = twins[one.kind, one.score] > MOST_TWINS
        found.append(replace(one, score=one.score * TWIN) if crowd else one)
    return sorted(found, key=lambda one: (-one.score, one.kind, one.number))


def _dated(scores: dict[int, tuple[float, float]], at: datetime) -> list[Ranked]:
    """Let newer things count a little more; give the ranking."""
    found = []
    for pk, kind, number, moment in Entry.objects.filter(pk__in=list(scores)).values_list(
        "pk", "kind", "number", "at"
    ):
        age = abs((at - moment).total_seconds()) / 86_400
        score, share = scores[pk]
        found.append(Ranked(kind, number, score * (1 + NEWNESS * 0.5 ** (age / HALF_LIFE)), share))
    return sorted(found, key=lambda one: (-one.score, one.kind, one.number))
