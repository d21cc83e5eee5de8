"""The words of the index, as this process remembers them: to complete what is being typed, and to mend what was mistyped.

Words get numbers that only grow, from writers that come one after another; so each look reads those that are
new since the last. A word that is gone from the index does no harm here: nothing has it.
"""

import threading
from bisect import bisect_left, insort
from itertools import islice
from typing import Final

from fiksummin.search.models import Word
from fiksummin.search.words.concepts import MARK
from fiksummin.search.words.stems import STEM_MARK

LETTERS: Final = "abcdefghijklmnopqrstuvwxyzåäö"
SHORTEST_EDGE: Final = 5
"""Letters of the shortest word that is looked for at the edges of an unknown one."""
MOST: Final = 40
"""Words by which the last word of a question is completed."""


class Vocabulary:
    """Numbers of words, and the words that are really words, in their order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Read all anew: the database is another."""
        self.numbers: dict[str, int] = {}
        self._ordered: list[str] = []
        self._last = 0

    def catch_up(self) -> None:
        """Read what is new; one query."""
        with self._lock:
            rows = Word.objects.filter(pk__gt=self._last).order_by("pk").values_list("pk", "text")
            new = list(rows)
            words = [
                text for _pk, text in new if text[0] not in (MARK, STEM_MARK) and text not in self.numbers
            ]
            self.numbers.update((text, pk) for pk, text in new)
            if len(words) > 100:
                self._ordered = sorted([*self._ordered, *words])
            else:
                for word in words:
                    insort(self._ordered, word)
            if new:
                self._last = new[-1][0]

    def beginning(self, letters: str, most: int = MOST) -> list[str]:
        """Give words that begin so, the shortest first."""
        words = self._ordered
        start = bisect_left(words, letters)
        end = bisect_left(words, letters + "\U0010ffff")
        return sorted(islice(words, start, end), key=len)[:most]

    def near(self, word: str) -> list[str]:
        """Give words that are one slip of the finger away; for long words also two, if they begin alike."""
        found = [one for one in _slips(word) if one in self.numbers]
        if found or len(word) < 8:
            return found
        return [one for one in self.beginning(word[:3], 500) if _distance(word, one, 2) <= 2]

    def edges(self, word: str) -> list[str]:
        """Give the longest words with which an unknown word begins and ends: of a compound that is known nowhere."""
        cuts = range(len(word) - 1, SHORTEST_EDGE - 1, -1)
        begins = next((word[:n] for n in cuts if word[:n] in self.numbers), "")
        ends = next((word[-n:] for n in cuts if word[-n:] in self.numbers), "")
        return [edge for edge in (begins, ends) if edge]


def _slips(word: str) -> list[str]:
    """Give all that one letter less, more, changed or two exchanged make of a word."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    less = [a + b[1:] for a, b in cuts if b]
    turned = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    other = [a + letter + b[1:] for a, b in cuts if b for letter in LETTERS]
    more = [a + letter + b for a, b in cuts for letter in LETTERS]
    return list(dict.fromkeys([*turned, *less, *other, *more]))


def _distance(one: str, two: str, most: int) -> int:
    """Count the letters that make one word of another; more than ``most`` is not counted out."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    row = list(range(len(two) + 1))
    for n, letter in enumerate(one, 1):
        above, row[0] = row[0], n
        for m, other in enumerate(two, 1):
            above, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, above + (letter != other))
        if min(row) > most:
            return most + 1
    return row[-1]


VOCABULARY: Final = Vocabulary()
