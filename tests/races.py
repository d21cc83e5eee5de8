"""Rivals: several acts at once, each on a connection of its own, and ways to take a guard away."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

import pytest
from django.db import connection, connections
from django.db.models import QuerySet, UniqueConstraint

from fiksummin.circles.models import Membership
from fiksummin.core.db.chains import OncePerChain
from fiksummin.core.db.constraints import NoOverlap
from fiksummin.core.db.counting import CountsInto
from fiksummin.core.db.following import Follows
from fiksummin.core.db.limits import AtLeastOne, AtMost, Never
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Answer
from fiksummin.events.models import Counted, Press, Registration
from fiksummin.experiments.models import Hold, TeamMember
from fiksummin.ideas.models import Author, Support
from fiksummin.spaces.actions import claims
from fiksummin.spaces.models import Claim, Shift

PATIENCE = 0.7
"""Seconds for which a rival waits for the others to have read what she has read."""


def race(*acts: Callable[[], Any]) -> list[Any]:
    """Start all acts at once; give what each returned or raised, in their order."""
    outcomes: list[Any] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int, act: Callable[[], Any]) -> None:
        start.wait()
        try:
            outcomes[place] = act()
        except Exception as raised:  # noqa: BLE001 -- the outcome of a rival may be any
            outcomes[place] = raised
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def one_wins(outcomes: list[Any]) -> bool:
    """Say whether one rival had her way and all others heard a sentence, not an error."""
    winners = [outcome for outcome in outcomes if not isinstance(outcome, Exception)]
    return (
        len(winners) == 1
        and sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == len(outcomes) - 1
    )


def overlaps() -> int:
    """Count the pairs of claims that share a moment of a cell, by a query of its own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM spaces_claim a JOIN spaces_claim b ON a.cell_id = b.cell_id AND a.id < b.id"
            " AND a.starts_at < b.ends_at AND a.ends_at > b.starts_at"
        )
        return int(cursor.fetchone()[0])


def meet_after(monkeypatch: pytest.MonkeyPatch, name: str, rivals: int = 2) -> None:
    """Have rivals wait for one another after each call of a function, so that all read before any writes.

    A guard that makes the others wait elsewhere runs out their patience, and they go on one by one.
    """
    holder, _dot, attribute = name.rpartition(".")
    owner = import_module(holder)
    real, meeting = getattr(owner, attribute), threading.Barrier(rivals)

    def meeting_function(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        with suppress(threading.BrokenBarrierError):
            meeting.wait(PATIENCE)
        return found

    monkeypatch.setattr(owner, attribute, meeting_function)


def without_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what brings rivals into one order: row and advisory locks, or SQLite's queue of writers."""
    if connection.vendor == "postgresql":
        monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_how: rows.all())
        monkeypatch.setattr(claims, "_wait", lambda _statement, _values: None)
    else:
        monkeypatch.setitem(connections.settings["default"]["OPTIONS"], "transaction_mode", "DEFERRED")
        monkeypatch.setattr(type(connections["default"]), "_take_turn", lambda _wrapper: None)


type Guarded = type[
    Claim
    | Answer
    | Shift
    | Registration
    | Counted
    | Press
    | Support
    | Hold
    | Membership
    | TeamMember
    | Author
]
type Lift = Callable[[Guarded], None]


@contextmanager
def lifting() -> Iterator[Lift]:
    """Give a way to take away what the database refuses of a model, until the end."""
    lifted: list[tuple[Guarded, Any]] = []

    def lift_from(model: Guarded) -> None:
        ours = (NoOverlap, CountsInto, Follows, AtLeastOne, AtMost, Never, OncePerChain)
        kinds = ours if connection.vendor == "sqlite" else (*ours, UniqueConstraint)
        with connection.schema_editor() as editor:
            for constraint in list(model._meta.constraints):
                if isinstance(constraint, kinds):  # SQLite keeps a UNIQUE within the table; its order will do
                    editor.execute(constraint.remove_sql(model, editor))
                    lifted.append((model, constraint))
                elif model is Answer:  # it has no other guard
                    model._meta.constraints.remove(constraint)
                    editor.remove_constraint(model, constraint)
                    lifted.append((model, constraint))

    yield lift_from
    for model, constraint in lifted:
        model._default_manager.all().delete()
        if constraint not in model._meta.constraints:
            model._meta.constraints.append(constraint)
        with connection.schema_editor() as editor:
            editor.add_constraint(model, constraint)


@contextmanager
def without_guard(monkeypatch: pytest.MonkeyPatch, *models: Guarded) -> Iterator[Callable[[], None]]:
    """Give a way to take away the order of rivals, and what the database refuses of some models."""
    with lifting() as lift:

        def unguarded() -> None:
            without_order(monkeypatch)
            for model in models:
                lift(model)

        yield unguarded
