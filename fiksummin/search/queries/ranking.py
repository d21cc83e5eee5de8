"""Which things answer a question best, from the index alone: not yet who may see them.

Each word of the question is met in the best way it can be (as it stands, by its base form, stem, concept, part,
or beginning), and counts the more the fewer things have it. Things that meet more of the words come first;
of those alike, the newer. Whether something worked does not count.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from operator import itemgetter
from typing import Final

from fiksummin.search.models import Entry
from fiksummin.search.queries.reading import FILLED, Reading, moments
from fiksummin.search.vocabulary import VOCABULARY
from fiksummin.search.words.analysis import Asked

FIRST, CANDIDATES = 60, 300
"""Things that are ranked to the end at a time, at least and at most."""
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
type Wanted = dict[int, list[tuple[int, float]]]
"""Words of the index, each with the places of the question that it meets and how well."""
type Score = tuple[float, float]
"""How well a thing answers, and how much of the question it meets."""


@dataclass(frozen=True)
class Ranked:
    """A thing, how well it answers, and how much of the question it meets (a share of one)."""

    kind: str
    number: int
    score: float
    met: float
    plain: float
    """How well it answers, without its age and its like."""


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


def wanted_of(question: Sequence[Asked]) -> Wanted:
    """Give the words of the index that meet a question: at which places of it, and how well."""
    wanted: Wanted = defaultdict(list)
    for place, one in enumerate(question):
        for token, worth in one.ways.items():
            if token in VOCABULARY.numbers:
                wanted[VOCABULARY.numbers[token]].append((place, worth))
    return wanted


def rank(question: Sequence[Asked], wanted: Wanted, reading: Reading, at: datetime) -> Iterator[list[Ranked]]:
    """Give the things that answer a question, the best first, some at a time; one query, and two for each time.

    Of a list that was cut, what it says of a thing is looked up when the thing's turn comes.
    """
    asked = _weighed(question, wanted, reading)
    scores = asked.scores(reading.postings)
    if not reading.cut:
        yield from _in_turn(scores, at)
        return
    order = sorted(scores, key=lambda entry: (-scores[entry][0], entry))
    while order:
        some, order = order[:FILLED], order[FILLED:]
        yield from _in_turn(asked.scores(reading.filled(some)), at)


def _in_turn(scores: Mapping[int, Score], at: datetime) -> Iterator[list[Ranked]]:
    """Give things as they answer, some at a time; one query each time."""
    order = sorted(scores, key=lambda entry: (-scores[entry][0], entry))
    while order:
        some = _enough(order, scores)
        order = order[len(some) :]
        yield _apart(_dated({entry: scores[entry] for entry in some}, at))


def _enough(order: Sequence[int], scores: Mapping[int, Score]) -> Sequence[int]:
    """Give the first things, and those that could still come before one of them by being newer."""
    if len(order) <= FIRST:
        return order
    bound = scores[order[FIRST - 1]][0] / (1 + NEWNESS)
    return list(takewhile(lambda entry: scores[entry][0] >= bound, order[:CANDIDATES]))


@dataclass(frozen=True)
class _Weighed:
    """A question whose words have their weights: what each tells, and what each list counts for each of them."""

    told: list[float]
    lists: dict[int, list[tuple[int, float, float]]]
    """Of each list: places of the question, how well it meets them, and points for each hundredth of a weight."""

    def scores(self, postings: Mapping[int, Mapping[int, int]]) -> dict[int, Score]:
        """Give how well things answer: by the best way in which each meets each word, and by how many they meet.

        For each word two dictionaries of plain numbers, and nothing for each thing that the collector of garbage
        would have to look through: that alone cost a question in ten as much again.
        """
        ways: list[list[tuple[float, float, Mapping[int, int]]]] = [[] for _one in self.told]
        for pk, entries in postings.items():
            for place, worth, each in self.lists[pk]:
                ways[place].append((worth, each, entries))
        whole = sum(self.told) or 1.0
        points: dict[int, float] = {}
        shares: dict[int, float] = {}
        for told, lists in zip(self.told, ways, strict=True):
            best: dict[int, float] = {}
            met: dict[int, float] = {}
            for worth, each, entries in sorted(lists, key=itemgetter(0)):
                met.update(dict.fromkeys(entries, told * worth))
                for entry, weight in entries.items():
                    if weight * each > best.get(entry, 0.0):
                        best[entry] = weight * each
            for entry, share in met.items():
                points[entry] = points.get(entry, 0.0) + best[entry]
                shares[entry] = shares.get(entry, 0.0) + share
        return {
            entry: (some * (0.25 + 0.75 * shares[entry] / whole), shares[entry] / whole)
            for entry, some in points.items()
        }


def _weighed(question: Sequence[Asked], wanted: Wanted, reading: Reading) -> _Weighed:
    total, lengths = Entry.objects.count(), reading.lengths()
    told = _tells(question, wanted, reading, total)
    return _Weighed(
        told,
        {
            pk: [
                (
                    place,
                    worth,
                    worth * min(told[place], question[place].weight * _rarity(lengths[lot.word], total)),
                )
                for place, worth in wanted[lot.word]
            ]
            for pk, lot in reading.lots.items()
        },
    )


def _tells(question: Sequence[Asked], wanted: Wanted, reading: Reading, total: int) -> list[float]:
    """Say how much each word of a question tells: the fewer things have it, the more; one that nothing has, little.

    How many have it is counted in what was read, and is at least as many as its longest list says.
    """
    having: list[set[int]] = [set() for _one in question]
    weakly: list[set[int]] = [set() for _one in question]
    longest, lengths = [0] * len(question), reading.lengths()
    for word, places in wanted.items():
        for place, worth in places:
            if worth >= STRONG:
                longest[place] = max(longest[place], lengths.get(word, 0))
    for pk, entries in reading.postings.items():
        for place, worth in wanted[reading.lots[pk].word]:
            (having if worth >= STRONG else weakly)[place].update(entries)
    counts = [max(len(having[place]), longest[place]) or len(weakly[place]) for place in range(len(question))]
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


def _dated(scores: Mapping[int, Score], at: datetime) -> list[Ranked]:
    """Let newer things count a little more; give the ranking."""
    found = []
    for pk, kind, number, moment in moments(scores):
        age = abs((at - moment).total_seconds()) / 86_400
        score, share = scores[pk]
        found.append(Ranked(kind, number, score * (1 + NEWNESS * 0.5 ** (age / HALF_LIFE)), share, score))
    return sorted(found, key=lambda one: (-one.score, one.kind, one.number))
