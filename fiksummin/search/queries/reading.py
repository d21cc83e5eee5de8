"""What of the index is read for a question: so much and no more, however common its words are.

Each word of the index has its things in lists of one kind and one audience (``PostingList``), which know their
lengths and have the heaviest first. The shortest lists are read whole, as long as that is little; of the others
the heaviest things are read, and then how much these lists count for the things that came out best
(``ranking``).

What is read of a list that was cut must be worth it for this reader: where an audience says that she may not see
all of it, her rooms are asked within the same statement, so that what she cannot see takes no place
(``docs/decisions/072-*.md``).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection

from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.models import Posting, PostingList
from fiksummin.search.shelves import SHELVES

WHOLE: Final = 2_000
"""Postings that are read of the lists that are read whole."""
HEAVIEST: Final = 1_500
"""Postings that are read of all others together."""
MOST_OF_ONE, LEAST_OF_ONE = 300, 30
"""How many of one of them."""
MOST_CUT: Final = 60
"""Lists that are read in part; the commonest words of a long text say next to nothing."""
FILLED: Final = 120
"""Things for which it is looked up what the lists that were cut say of them."""
_MEETINGS: Final = """
WITH lot (id) AS (VALUES {lots}), thing (id) AS (VALUES {entries})
SELECT posting.of_id, posting.entry_id, posting.weight
FROM lot CROSS JOIN thing CROSS JOIN search_posting posting
WHERE posting.of_id = lot.id AND posting.entry_id = thing.id
"""


class Lot(NamedTuple):
    """A list of postings: of which word, kind and audience, and how long it is."""

    pk: int
    word: int
    kind: str
    audience: str
    length: int


@dataclass
class Reading:
    """What was read: for each list, things and how much its word counts for them."""

    lots: Mapping[int, Lot]
    postings: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    cut: list[int] = field(default_factory=list)
    """Lists that were read in part, the shortest first."""

    def lengths(self) -> dict[int, int]:
        """Say how many things have each word."""
        found: dict[int, int] = defaultdict(int)
        for lot in self.lots.values():
            found[lot.word] += lot.length
        return found

    def filled(self, entries: Collection[int]) -> dict[int, dict[int, int]]:
        """Give what all lists say of some things: what lists that were cut say of them is looked up."""
        self._take(_meetings(self.cut, entries))
        return {
            pk: {entry: weights[entry] for entry in entries if entry in weights}
            for pk, weights in self.postings.items()
        }

    def _take(self, rows: Iterable[tuple[int, int, int]]) -> None:
        for of, entry, weight in rows:
            self.postings[of][entry] = weight


def read(
    words: Collection[int], reader: Person | None, kinds: Collection[str], *, deeply: int = 0
) -> Reading:
    """Read what the index has of some words, at most so much; four statements at most.

    ``deeply``: of each list that is cut, so many things that this reader sees, whatever that costs.
    """
    reading = Reading({lot.pk: lot for lot in _lots(words, reader, kinds)})
    by_length = sorted(reading.lots.values(), key=lambda lot: (lot.length, lot.pk))
    whole, left = [], WHOLE
    for lot in by_length:
        left -= lot.length
        if left < 0:
            break
        whole.append(lot.pk)
    if whole:
        reading._take(Posting.objects.filter(of__in=whole).values_list("of", "entry", "weight"))  # noqa: SLF001 -- its own maker
    cut = list(islice(by_length[len(whole) :], None if deeply else MOST_CUT))
    reading.cut = [lot.pk for lot in cut]
    if cut:
        each = deeply or max(LEAST_OF_ONE, min(MOST_OF_ONE, HEAVIEST // len(cut)))
        reading._take(_heaviest(cut, each, reader, ask_all=bool(deeply)))  # noqa: SLF001 -- its own maker
    return reading


def namable(words: Collection[str], reader: Person | None) -> list[str]:
    """Keep the words that stand in something of which such a reader sees all, so that naming them tells nothing; one query."""
    rows = PostingList.objects.filter(
        word__text__in=words, audience__in=_open_to(reader), kind__in=list(SHELVES), length__gt=0
    )
    open_ones = set(rows.values_list("word__text", flat=True))
    return [word for word in words if word in open_ones]


def moments(entries: Collection[int]) -> list[tuple[int, str, int, datetime]]:
    """Give of things in the index their kind, their number there and how new they are; one query.

    Read past the model: it would word the question anew, and turn each moment about, for longer than all else takes.
    """
    places = ", ".join(["%s"] * len(entries))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, kind, number, at FROM search_entry WHERE id IN ({places})",  # noqa: S608 -- places alone
            list(entries),
        )
        return [(pk, kind, number, _moment(at)) for pk, kind, number, at in cursor.fetchall()]


def _moment(kept: datetime) -> datetime:
    """Read a moment as SQLite keeps it, by the clock of UTC without saying so; PostgreSQL says so."""
    return kept if kept.tzinfo else kept.replace(tzinfo=UTC)


def _lots(words: Collection[int], reader: Person | None, kinds: Collection[str]) -> list[Lot]:
    rows = PostingList.objects.filter(word__in=list(words), kind__in=list(kinds or SHELVES))
    if reader is None:
        rows = rows.filter(audience=Audience.PUBLIC)
    return [Lot(*row) for row in rows.values_list("pk", "word", "kind", "audience", "length")]


def _meetings(lots: Collection[int], entries: Collection[int]) -> list[tuple[int, int, int]]:
    """Give the postings of some things in some lists: each looked up by itself, however long the lists are.

    Told as two conditions, SQLite would rather read all of the lists.
    """
    statement = _MEETINGS.format(
        lots=", ".join(["(%s)"] * len(lots)), entries=", ".join(["(%s)"] * len(entries))
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*lots, *entries])
        return list(cursor.fetchall())


def _heaviest(
    lots: Collection[Lot], each: int, reader: Person | None, *, ask_all: bool
) -> list[tuple[int, int, int]]:
    """Give the heaviest postings of lists; of those that she may not see wholly, of what she sees there."""
    asked = {lot.kind for lot in lots if ask_all or not _is_open(lot, reader)}
    seen = {kind: _seen(kind, reader) for kind in sorted(asked)}
    said: list[Any] = []
    tables = []
    for number, (statement, values) in enumerate(filter(None, seen.values())):
        tables.append(f"seen{number} AS MATERIALIZED ({statement})")
        said += values
    names = {kind: f"seen{n}" for n, kind in enumerate(kind for kind, one in seen.items() if one)}
    parts = []
    for number, lot in enumerate(lots):
        within = ""
        if ask_all or not _is_open(lot, reader):
            if lot.kind not in names:
                continue
            within = f" AND entry_id IN (SELECT id FROM {names[lot.kind]})"  # noqa: S608 -- a name of this statement
        parts.append(
            f"SELECT * FROM (SELECT of_id, entry_id, weight FROM search_posting WHERE of_id = %s{within}"  # noqa: S608 -- names alone
            f" ORDER BY of_id, weight DESC, entry_id LIMIT %s) lot{number}"
        )
        said += [lot.pk, each]
    if not parts:
        return []
    head = f"WITH {', '.join(tables)} " if tables else ""
    with connection.cursor() as cursor:
        cursor.execute(head + " UNION ALL ".join(parts), said)
        return list(cursor.fetchall())


def _is_open(lot: Lot, reader: Person | None) -> bool:
    """Say whether such a reader sees all of a list, but for what was taken out of sight since."""
    return lot.audience in _open_to(reader)


def _open_to(reader: Person | None) -> tuple[Audience, ...]:
    """Give the audiences of whose things such a reader sees all."""
    if reader is None or reader.is_guest:
        return (Audience.PUBLIC,)
    return (Audience.PUBLIC, Audience.MEMBERS)


def _seen(kind: str, reader: Person | None) -> tuple[str, tuple[Any, ...]] | None:
    """Give the statement for the things of a kind that a reader sees, in the index; None when there are none."""
    try:
        statement, values = SHELVES[kind].rows(reader).order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None
    return (
        f"SELECT id FROM search_entry WHERE kind = %s AND number IN ({statement})",  # noqa: S608 -- the room's own statement
        (kind, *values),
    )
