"""Rows written in words made once are those that ``save`` writes, and what the database refuses is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from fiksummin.core.db.writing import insert, rewrite
from fiksummin.core.models import Answer, Entry, Errand
from fiksummin.core.time import now

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 29, 1, 30, 0, 7, tzinfo=UTC)
ODD = {"words": "å 'ö\" %s ? \\ 𝄞", "none": None, "list": [1, 2.5, True]}


def entry(**words: Any) -> Entry:
    return Entry(**{"at": NOON, "fact": "core.Tried", "by": None, "data": ODD} | words)


def test_a_row_is_as_if_saved() -> None:
    written, saved = entry(), entry()
    insert(written)
    saved.save()
    assert written.pk
    assert not written._state.adding
    one, other = (
        Entry.objects.filter(pk=row.pk).values("at", "fact", "by", "data").get() for row in (written, saved)
    )
    assert one == other == {"at": NOON, "fact": "core.Tried", "by": None, "data": ODD}
    written.by = 7
    written.save()
    assert Entry.objects.get(pk=written.pk).by == 7


def test_rows_that_point_at_others() -> None:
    first = entry()
    insert(first)
    insert(errand := Errand(entry=first, reaction="a.b", due_at=NOON))
    assert Errand.objects.get(pk=errand.pk).entry == first


def test_only_what_is_named_is_rewritten() -> None:
    answer = Answer(person=1, key="k", fingerprint="f", status=0, body="", at=now())
    insert(answer)
    answer.status, answer.body, answer.fingerprint = 201, ODD, "other"
    rewrite(answer, "status", "body")
    found = Answer.objects.get(pk=answer.pk)
    assert (found.status, found.body, found.fingerprint) == (201, ODD, "f")


def test_what_the_database_refuses_is_refused() -> None:
    insert(Answer(person=1, key="k", fingerprint="f", status=0, body="", at=now()))
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Answer(person=1, key="k", fingerprint="f", status=0, body="", at=now()))


def test_one_statement() -> None:
    with CaptureQueriesContext(connection) as asked:
        insert(entry())
    assert len(asked) == 1
