"""Postings of many things at once, in their lists; each list knows its length."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any

from django.db import connection
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from fiksummin.search.models import LONGEST_TOKEN, Entry, Posting, PostingList, Word

IN_ONE = 5_000
"""Values that are named in one statement."""
ROWS = 1_000
"""Postings that one statement writes."""


def post(kind: str, things: Sequence[tuple[Entry, Mapping[str, int]]]) -> None:
    """Write things of a kind down, each with what its tokens count for it, in place of what was there of them."""
    if not things:
        return
    lengths = _take_away(Entry.objects.filter(kind=kind, number__in=[entry.number for entry, _ in things]))
    Entry.objects.bulk_create(
        [entry for entry, _tokens in things], update_conflicts=True, unique_fields=["kind", "number"],
        update_fields=["audience", "digest", "at"],
    )  # fmt: skip
    numbers = dict(
        Entry.objects.filter(kind=kind, number__in=[entry.number for entry, _ in things]).values_list(
            "number", "pk"
        )
    )
    wanted: dict[str, set[str]] = defaultdict(set)
    for entry, tokens in things:
        wanted[entry.audience].update(token[:LONGEST_TOKEN] for token in tokens)
    words = _words(set().union(*wanted.values()))
    lists = _lists(
        kind, {audience: [words[token] for token in tokens] for audience, tokens in wanted.items()}
    )
    new = [
        (lists[entry.audience, words[token]], numbers[entry.number], weight)
        for entry, tokens in things
        for token, weight in {token[:LONGEST_TOKEN]: weight for token, weight in tokens.items()}.items()
    ]
    _insert(new)
    lengths.update(of for of, _entry, _weight in new)
    _lengthen(lengths)


def forget(entries: QuerySet[Entry]) -> int:
    """Take things out of the index, and the words that nothing else has; give how many things that were."""
    pks = list(entries.values_list("pk", flat=True))
    lengths = _take_away(Entry.objects.filter(pk__in=pks)) if pks else Counter()
    _lengthen(lengths)
    Entry.objects.filter(pk__in=pks).delete()
    return len(pks)


def count_again() -> None:
    """Count all lists, and drop what is empty: whatever was written past the actions is put right once a day."""
    counted = (
        Posting.objects.filter(of=OuterRef("pk")).order_by().values("of").annotate(n=Count("pk")).values("n")
    )
    PostingList.objects.annotate(there=Coalesce(Subquery(counted), 0)).exclude(length=F("there")).update(
        length=Coalesce(Subquery(counted), 0)
    )
    PostingList.objects.filter(length=0).delete()
    Word.objects.filter(lists=None).delete()


def _insert(postings: Sequence[tuple[int, int, int]]) -> None:
    """Write postings: thousands at a time, which as objects would cost as much as all the rest."""
    with connection.cursor() as cursor:
        for some in batched(postings, ROWS):
            places = ", ".join(["(%s, %s, %s)"] * len(some))
            cursor.execute(
                f"INSERT INTO search_posting (of_id, entry_id, weight) VALUES {places}",  # noqa: S608 -- places alone
                [value for posting in some for value in posting],
            )


def _take_away(entries: QuerySet[Entry]) -> Counter[int]:
    """Remove the postings of things; give how much shorter their lists become, as numbers below zero."""
    postings = Posting.objects.filter(entry__in=entries)
    lengths: Counter[int] = Counter()
    lengths.subtract(postings.values_list("of", flat=True))
    if lengths:
        postings.delete()
    return lengths


def _lengthen(lengths: Mapping[int, int]) -> None:
    """Change the lengths of lists by so many; one that is empty goes, and a word that nothing has any more.

    What somebody wrote and took back must not stay as a word.
    """
    by: dict[int, list[int]] = defaultdict(list)
    for number, more in lengths.items():
        if more:
            by[more].append(number)
    for more, numbers in by.items():
        for some in _some(numbers):
            PostingList.objects.filter(pk__in=some).update(length=F("length") + more)
    shorter = [number for number, more in lengths.items() if more < 0]
    for some in _some(shorter):
        empty = PostingList.objects.filter(pk__in=some, length=0)
        words = list(empty.values_list("word", flat=True))
        if words:
            empty.delete()
            Word.objects.filter(pk__in=words, lists=None).delete()


def _words(texts: Collection[str]) -> dict[str, int]:
    """Give the numbers of words; those that are new get theirs in one order, whoever writes."""
    known: dict[str, int] = {}
    for some in _some(sorted(texts)):
        known.update(Word.objects.filter(text__in=some).values_list("text", "pk"))
    new = Word.objects.bulk_create(Word(text=text) for text in sorted(texts) if text not in known)
    return known | {word.text: word.pk for word in new}


def _lists(kind: str, wanted: Mapping[str, Collection[int]]) -> dict[tuple[str, int], int]:
    """Give the numbers of the lists of words, by audience and word."""
    found: dict[tuple[str, int], int] = {}
    for audience, words in wanted.items():
        for some in _some(sorted(words)):
            known = dict(
                PostingList.objects.filter(kind=kind, audience=audience, word__in=some).values_list(
                    "word", "pk"
                )
            )
            new = PostingList.objects.bulk_create(
                PostingList(kind=kind, audience=audience, word_id=word) for word in some if word not in known
            )
            known |= {one.word_id: one.pk for one in new}
            found |= {(audience, word): pk for word, pk in known.items()}
    return found


def _some(values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    return batched(values, IN_ONE)
