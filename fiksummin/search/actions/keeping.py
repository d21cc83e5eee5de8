"""Things are read, and written into the index where their words have changed.

A text is taken apart before the index is held for writing, and read again while it is held: nobody waits for
dictionaries, and what was changed in between is taken apart anew.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction

from fiksummin.search import meanings
from fiksummin.search.actions.posting import count_again, forget, post
from fiksummin.search.models import Entry, Writing
from fiksummin.search.shelves import SHELVES, Shelf
from fiksummin.search.words.analysis import Piece, stamp, tokens_of

AT_ONCE = 100
"""Things that are read and written in one transaction when all are gone through."""
type Tokens = dict[str, dict[str, int]]
"""What texts were taken apart into, by their digests."""


def keep(*, kind: str, number: int) -> bool:
    """Bring what the index has of one thing up to date: written, or gone with it; say whether anything changed."""
    return keep_some(kind=kind, numbers=[number]) > 0


def keep_some(*, kind: str, numbers: Iterable[int]) -> int:
    """Bring what the index has of some things of a kind up to date; give how many were written or forgotten."""
    meanings.catch_up(anew=True)
    shelf, wanted = SHELVES[kind], sorted(set(numbers))
    changed = 0
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        ready: Tokens = {}
        _changes(shelf, some, ready)
        with _writing():
            rows = _changes(shelf, some, ready)
            post(shelf.kind, [(entry, ready[entry.digest]) for entry in rows])
            there = shelf.whole().filter(pk__in=some).values("pk")
            gone = Entry.objects.filter(kind=kind, number__in=some).exclude(number__in=there)
            changed += len(rows) + forget(gone)
    return changed


def reindex(*, kinds: Iterable[str] = ()) -> dict[str, int]:
    """Go through all things of some kinds (of all, without ``kinds``); give how many were written of each.

    Things whose words are as they were are left alone, those that are gone are forgotten.
    """
    meanings.catch_up(anew=True)
    wanted = list(kinds) or sorted(SHELVES)
    written = {kind: _reindex(SHELVES[kind]) for kind in wanted}
    with _writing() as writing:
        forget(Entry.objects.exclude(kind__in=SHELVES))
        count_again()
        if writing.made_by != stamp():
            writing.made_by = stamp()
            writing.save(update_fields=["made_by"])
    return written


def _reindex(shelf: Shelf) -> int:
    numbers = set(shelf.whole().order_by("pk").values_list("pk", flat=True))
    written = keep_some(kind=shelf.kind, numbers=numbers)
    gone = set(Entry.objects.filter(kind=shelf.kind).values_list("number", flat=True)) - numbers
    if gone:
        with _writing():
            forget(Entry.objects.filter(kind=shelf.kind, number__in=gone))
    return written


def _changes(shelf: Shelf, numbers: list[int], ready: Tokens) -> list[Entry]:
    """Give entries of those things that are otherwise in the index; what their texts become is put into ``ready``."""
    known = dict(Entry.objects.filter(kind=shelf.kind, number__in=numbers).values_list("number", "digest"))
    found = []
    for row in shelf.whole().filter(pk__in=numbers):
        pieces, at, audience = shelf.pieces(row), shelf.at(row), shelf.audience(row)
        digest = _digest(pieces, f"{audience} {at.isoformat()}")
        if known.get(row.pk) == digest:
            continue
        if digest not in ready:
            ready[digest] = tokens_of(pieces)
        found.append(Entry(kind=shelf.kind, number=row.pk, audience=audience, digest=digest, at=at))
    return found


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
