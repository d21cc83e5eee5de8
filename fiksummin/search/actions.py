"""The only writers of the index. What they write can be written again at any time, and is then the same."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from fiksummin.search.models import LONGEST_TOKEN, Entry, Posting, Word, Writing
from fiksummin.search.shelves import SHELVES, Shelf
from fiksummin.search.words.analysis import Piece, stamp, tokens_of

AT_ONCE = 200
"""Things that are read and written in one transaction when all are gone through."""


def keep(*, kind: str, number: int) -> bool:
    """Bring what the index has of one thing up to date: written, or gone with it; say whether anything changed."""
    shelf = SHELVES[kind]
    with _writing():
        row = shelf.whole().filter(pk=number).first()
        if row is None:
            return _forget(Entry.objects.filter(kind=kind, number=number)) > 0
        return _keep(shelf, row)


def reindex(*, kinds: Iterable[str] = ()) -> dict[str, int]:
    """Go through all things of some kinds (of all, without ``kinds``); give how many were written of each.

    Things whose words are as they were are left alone, those that are gone are forgotten.
    """
    wanted = list(kinds) or sorted(SHELVES)
    written = {kind: _reindex(SHELVES[kind]) for kind in wanted}
    with _writing() as writing:
        _forget(Entry.objects.exclude(kind__in=SHELVES))
        _drop_words()
        if writing.made_by != stamp():
            writing.made_by = stamp()
            writing.save(update_fields=["made_by"])
    return written


def _reindex(shelf: Shelf) -> int:
    numbers = list(shelf.whole().order_by("pk").values_list("pk", flat=True))
    written = 0
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        with _writing():
            known = dict(
                Entry.objects.filter(kind=shelf.kind, number__in=some).values_list("number", "digest")
            )
            written += sum(_keep(shelf, row, known) for row in shelf.whole().filter(pk__in=some))
    gone = set(Entry.objects.filter(kind=shelf.kind).values_list("number", flat=True)) - set(numbers)
    if gone:
        with _writing():
            _forget(Entry.objects.filter(kind=shelf.kind, number__in=gone))
    return written


def _keep(shelf: Shelf, row: Any, known: dict[int, str] | None = None) -> bool:
    """Write one thing down, unless its digest says that it is written so already."""
    pieces, at, audience = shelf.pieces(row), shelf.at(row), shelf.audience(row)
    digest = _digest(pieces, f"{audience} {at.isoformat()}")
    entries = Entry.objects.filter(kind=shelf.kind, number=row.pk)
    written = known.get(row.pk) if known is not None else entries.values_list("digest", flat=True).first()
    if written == digest:
        return False
    entry, _made = Entry.objects.update_or_create(
        kind=shelf.kind, number=row.pk, defaults={"audience": audience, "digest": digest, "at": at}
    )
    _post(entry, {token[:LONGEST_TOKEN]: weight for token, weight in tokens_of(pieces).items()})
    return True


def _post(entry: Entry, tokens: dict[str, int]) -> None:
    """Change the postings of a thing to these."""
    Word.objects.bulk_create([Word(text=token) for token in sorted(tokens)], ignore_conflicts=True)
    numbers = dict(Word.objects.filter(text__in=tokens).values_list("text", "pk"))
    before = list(entry.postings.values_list("word", flat=True))
    entry.postings.all().delete()
    Posting.objects.bulk_create(
        Posting(word_id=numbers[token], entry=entry, weight=weight) for token, weight in tokens.items()
    )
    _drop_words(set(before) - set(numbers.values()))


def _forget(entries: Any) -> int:
    """Take things out of the index, and the words that nothing else has."""
    words = set(Posting.objects.filter(entry__in=entries).values_list("word", flat=True))
    gone, _each = entries.delete()
    _drop_words(words)
    return int(gone)


def _drop_words(among: set[int] | None = None) -> None:
    """Forget words that nothing has any more: what somebody wrote and took back must not stay as a word."""
    lonely = Word.objects.filter(postings=None)
    if among is None:
        lonely.delete()
    elif among:
        lonely.filter(pk__in=among).delete()


def _digest(pieces: list[Piece], more: str) -> str:
    digest = hashlib.sha256(f"{stamp()} {more}".encode())
    for piece in pieces:
        digest.update(f"{piece.language}\x1f{piece.weight}\x1f{piece.text}\x1e".encode())
    return digest.hexdigest()[:40]


@contextmanager
def _writing() -> Iterator[Writing]:
    """Write alone: words get their numbers in the order in which they become visible (``vocabulary``)."""
    with transaction.atomic():
        Writing.objects.get_or_create(pk=1)
        yield Writing.objects.select_for_update(no_key=True).get(pk=1)
