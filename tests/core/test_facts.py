"""The journal is the outbox: announced in the transaction, heard at once and later, surviving failures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from fiksummin.core import facts, worker
from fiksummin.core.facts import Fact, announce, later, on
from fiksummin.core.models import Entry, Errand
from fiksummin.core.time import now

pytestmark = pytest.mark.django_db

heard: list[tuple[str, int]] = []
trouble: list[str] = []


@dataclass(frozen=True, kw_only=True)
class BellRang(Fact):
    """A bell rang."""

    bell: int


def at_once(fact: BellRang) -> None:
    heard.append(("at once", fact.bell))
    if "at once" in trouble:
        raise ValueError("no")


def afterwards(fact: BellRang) -> None:
    if "later" in trouble:
        raise ValueError("not now")
    heard.append(("later", fact.bell))


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    on(BellRang)(at_once)
    later(BellRang)(afterwards)
    yield
    facts._at_once.pop(BellRang)
    facts._later.pop(BellRang)
    heard.clear()
    trouble.clear()


def ring(bell: int = 7) -> None:
    with transaction.atomic():
        announce(BellRang(by=3, bell=bell))


def test_a_fact_is_journalled_and_heard_at_once_and_left_for_the_worker() -> None:
    ring()
    entry = Entry.objects.get()
    assert (entry.fact, entry.by, entry.data) == ("core.BellRang", 3, {"bell": 7})
    assert heard == [("at once", 7)]
    assert Errand.objects.get().done_at is None


def test_many_facts_are_announced_as_one_after_the_other_but_written_at_once() -> None:
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        announce(*(BellRang(by=3, bell=bell) for bell in (5, 6, 7)))
    assert [entry.data["bell"] for entry in Entry.objects.order_by("pk")] == [5, 6, 7]
    assert heard == [("at once", bell) for bell in (5, 6, 7)]
    assert len(asked) == 2
    worker.drain()
    assert heard[3:] == [("later", bell) for bell in (5, 6, 7)]


def test_the_worker_runs_what_was_left_once() -> None:
    ring()
    assert worker.drain() == 1
    assert worker.drain() == 0
    assert heard == [("at once", 7), ("later", 7)]


def test_a_reaction_at_once_may_undo_everything() -> None:
    trouble.append("at once")
    with pytest.raises(ValueError, match="no"):
        ring()
    assert not Entry.objects.exists()
    assert not Errand.objects.exists()


def test_a_later_reaction_that_fails_is_tried_again_later() -> None:
    ring()
    trouble.append("later")
    worker.run_errands(now())
    errand = Errand.objects.get()
    assert (errand.done_at, errand.tries, errand.error) == (None, 1, "ValueError")
    assert errand.due_at > now()
    trouble.clear()
    worker.run_errands(now() + timedelta(minutes=1))
    assert heard == [("at once", 7), ("later", 7)]


def test_a_later_reaction_is_given_up_after_ten_tries() -> None:
    ring()
    trouble.append("later")
    for hour in range(worker.GIVE_UP_AFTER):
        worker.run_errands(now() + timedelta(hours=2 * hour))
    errand = Errand.objects.get()
    assert errand.tries == worker.GIVE_UP_AFTER
    assert errand.given_up_at is not None


def test_the_effects_of_a_failed_reaction_are_undone() -> None:
    def writes_then_fails(fact: BellRang) -> None:
        Entry.objects.create(at=now(), fact="core.Ghost")
        raise ValueError("after writing")

    facts._later[BellRang] = [writes_then_fails]
    ring()
    worker.run_errands(now())
    assert not Entry.objects.filter(fact="core.Ghost").exists()


def test_a_reaction_that_is_no_longer_there_is_let_go() -> None:
    ring()
    facts._later[BellRang].clear()
    worker.run_errands(now())
    assert Errand.objects.get().done_at is not None


def test_a_fact_of_older_days_is_read_without_what_it_no_longer_has() -> None:
    fact = BellRang.read(None, {"bell": 1, "tower": 2})
    assert fact == BellRang(by=None, bell=1)


@pytest.mark.django_db(transaction=True)
def test_a_fact_outside_a_transaction_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        announce(BellRang(by=None, bell=1))


def test_what_a_crowd_did_is_let_be_and_what_some_did_is_not() -> None:
    for by in (3, 4, None):
        with transaction.atomic():
            announce(BellRang(by=by, bell=by or 0))
    assert worker.waive_errands("tower", but_by=[3], at=now()) == 0
    assert worker.waive_errands("core", but_by=[3], at=now()) == 2
    assert worker.waive_errands("core", but_by=[3], at=now()) == 0, "what is done is not counted again"
    heard.clear()
    worker.drain()
    assert heard == [("later", 3)]
