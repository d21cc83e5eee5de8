"""Facts: things that have happened.

Downwards you call, upwards you announce. An action announces a fact inside
its transaction; ``@on`` hears it at once and may still undo everything,
``@later`` hears it from the journal, through the worker, at least once.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, cast

from django.db import transaction

from fiksummin.core.db.writing import insert_all
from fiksummin.core.time import now

type Reaction[F: "Fact"] = Callable[[F], None]

KINDS: dict[str, type["Fact"]] = {}
_at_once: dict[type["Fact"], list[Reaction[Any]]] = defaultdict(list)
_later: dict[type["Fact"], list[Reaction[Any]]] = defaultdict(list)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Carries ids, never personal data: the journal outlives the people in it."""

    sentence: ClassVar[Any] = ""
    """What a person reads in a feed or an audit (translated lazily)."""

    by: int | None
    """The id of the person who acted; None when the clock or the system did."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        KINDS[cls.name()] = cls

    @classmethod
    def name(cls) -> str:
        """Give the name in the journal, ``app.Kind``."""
        return f"{cls.__module__.split('.')[1]}.{cls.__name__}"

    @classmethod
    def read(cls, by: int | None, data: dict[str, Any]) -> "Fact":
        """Build the fact again from its journal row; columns of older days are left out."""
        known = {field.name for field in fields(cls)}
        return cls(by=by, **{key: value for key, value in data.items() if key in known})


def on[F: Fact](kind: type[F]) -> Callable[[Reaction[F]], Reaction[F]]:
    """React in the same transaction; raising undoes the act."""
    return lambda react: _listen(_at_once, kind, react)


def later[F: Fact](kind: type[F]) -> Callable[[Reaction[F]], Reaction[F]]:
    """React after the commit, through the worker: at least once, so be idempotent."""
    return lambda react: _listen(_later, kind, react)


def announce(*facts: Fact) -> None:
    """Write facts to the journal, let ``@on`` react to each, and leave errands for ``@later``.

    Raises RuntimeError outside a transaction: a fact is announced in the one
    that makes it true.
    """
    from fiksummin.core.models import Entry, Errand  # noqa: PLC0415 -- models need the app registry

    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A fact is announced inside the transaction that makes it true.")
    at = now()
    entries = [Entry(at=at, fact=fact.name(), by=fact.by, data=_said(fact)) for fact in facts]
    insert_all(entries)
    for fact in facts:
        for react in _at_once[type(fact)]:
            react(fact)
    insert_all(
        [
            Errand(entry=entry, reaction=path_of(react), due_at=at)
            for entry, fact in zip(entries, facts, strict=True)
            for react in _later[type(fact)]
        ]
    )


def _said(fact: Fact) -> dict[str, Any]:
    return {name: value for name, value in asdict(fact).items() if name != "by"}


def path_of(react: Reaction[Any]) -> str:
    """Name a reaction as ``module.function``, by which the worker finds it again."""
    function = cast(Any, react)
    return f"{function.__module__}.{function.__qualname__}"


def listeners(kind: type[Fact]) -> tuple[list[str], list[str]]:
    """Say who hears a fact: at once, and later."""
    return [path_of(react) for react in _at_once[kind]], [path_of(react) for react in _later[kind]]


def reaction(path: str) -> Reaction[Any] | None:
    """Find a later reaction by its name; None when it is there no more."""
    every = (react for reactions in _later.values() for react in reactions)
    return next((react for react in every if path_of(react) == path), None)


def _listen[F: Fact](
    where: dict[type[Fact], list[Reaction[Any]]], kind: type[F], react: Reaction[F]
) -> Reaction[F]:
    where[kind].append(react)
    return react
