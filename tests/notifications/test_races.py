"""Two workers at once, and a reader while the worker writes to her; each first shown to go wrong with its guard off.

The guard is of two parts. Locks bring the rivals into one order: without them one may be broken off with an
error, and tries again. The database keeps what is settled: without both, the same is told twice.
"""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.notifications import actions
from fiksummin.notifications.actions import mailing
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from tests import races
from tests.cast import Cast
from tests.factories import ideas, people

GUARD = pytest.mark.parametrize("guard", ["none", "database", "all"])


@pytest.fixture
def person(transactional_db: None) -> Person:
    """Somebody with one thing that is new to her."""
    reader = people.person()
    tell(reader, "first")
    return reader


def tell(person: Person, key: str) -> None:
    node = ideas.campaign(Cast().owner).node_id
    actions.tell(key=key, what="idea.proposed", thing=node, about=[person.pk])


@pytest.fixture
def unkept(transactional_db: None) -> Iterator[Callable[[], None]]:
    """A way to let settled rows change, until the end of the test."""
    kept = next(one for one in Notice._meta.constraints if one.name == "notifications_kept")
    steps = next(one for one in Notice._meta.constraints if one.name == "notifications_steps")
    lifted: list[Any] = []

    def lift() -> None:
        with connection.schema_editor() as editor:
            for constraint in (kept, steps):
                editor.execute(constraint.remove_sql(Notice, editor))
                lifted.append(constraint)

    yield lift
    Notice.objects.all().delete()
    with connection.schema_editor() as editor:
        for constraint in lifted:
            editor.add_constraint(Notice, constraint)


class Meeting:
    """The first worker has read what is new, and waits a while for its rival to have had her turn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read, self.done = threading.Event(), threading.Event()
        real = mailing._new

        def meet(*given: Any) -> Any:
            found = real(*given)
            if threading.current_thread() is self.first:
                self.read.set()
                self.done.wait(races.PATIENCE)
            return found

        monkeypatch.setattr(mailing, "_new", meet)

    def worker(self, person: Person) -> Callable[[], int]:
        def act() -> int:
            self.first = threading.current_thread()
            return actions.mail_to(person=person.pk, kind="about", at=now())

        return act

    def rival(self, act: Callable[[], Any]) -> Callable[[], Any]:
        def after_the_first_has_read() -> Any:
            self.read.wait(races.PATIENCE)
            try:
                return act()
            finally:
                self.done.set()

        return after_the_first_has_read


def take_away(guard: str, monkeypatch: pytest.MonkeyPatch, unkept: Callable[[], None]) -> None:
    if guard != "all":
        races.without_order(monkeypatch)
    if guard == "none":
        unkept()


def bundles() -> list[int]:
    """How often each fact stands in a letter."""
    texts = [bytes(row.content) for row in Letter.objects.filter(key__startswith="notices-")]
    return [text.count(b"/campaigns/") for text in texts]


@GUARD
def test_two_workers_write_to_one_reader(
    person: Person, monkeypatch: pytest.MonkeyPatch, unkept: Callable[[], None], guard: str
) -> None:
    """Something more is told in between, so that the second would write another letter than the first."""
    meeting = Meeting(monkeypatch)
    take_away(guard, monkeypatch, unkept)

    def second() -> int:
        tell(person, "second")
        return actions.mail_to(person=person.pk, kind="about", at=now())

    outcomes = races.race(meeting.worker(person), meeting.rival(second))
    refused = [one for one in outcomes if isinstance(one, Exception)]
    told = sum(bundles())
    if guard == "none":
        assert told > Notice.objects.filter(state="mailed").count() or refused, outcomes
        return
    assert told == Notice.objects.filter(state="mailed").count(), outcomes
    assert len(bundles()) == 1
    assert not (refused and guard == "all"), outcomes


@GUARD
def test_she_reads_the_page_while_the_worker_writes_to_her(
    person: Person, monkeypatch: pytest.MonkeyPatch, unkept: Callable[[], None], guard: str
) -> None:
    meeting = Meeting(monkeypatch)
    take_away(guard, monkeypatch, unkept)
    notice = Notice.objects.get()
    outcomes = races.race(
        meeting.worker(person), meeting.rival(lambda: actions.show(by=person, notices=[notice.pk]))
    )
    refused = [one for one in outcomes if isinstance(one, Exception)]
    seen, sent = outcomes[1] == 1, bool(bundles())
    if guard == "none":
        assert (seen and sent) or refused, outcomes
        return
    assert not (seen and sent), outcomes
    assert not (refused and guard == "all"), outcomes
    notice.refresh_from_db()
    assert notice.state == ("mailed" if sent else "shown" if seen else "unread")
