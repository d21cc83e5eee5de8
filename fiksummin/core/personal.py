"""What becomes of personal data: every model that points at a person says so.

A room lists its models in its ``personal.py`` by ``declare``. A test fails when
a model with a foreign key to a person (or a listed column that holds a
person's id) is declared nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

type Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Personal:
    """How the rows of one model are exported for a person, and what erasure does to them."""

    model: str
    """Label as in ``spaces.Visit``."""
    purpose: str
    """Why the data are there; shown to the person (translated lazily)."""
    export: Callable[[int], Rows] | None
    """Rows for the person's own copy; None when there is nothing that is about her."""
    erase: Callable[[int], None] | None
    """Removes or blanks what is hers; None when the row holds no more than a number."""


REGISTRY: dict[str, Personal] = {}


def declare(
    model: str,
    *,
    purpose: Any,
    export: Callable[[int], Rows] | None,
    erase: Callable[[int], None] | None,
) -> None:
    """Say what export and erasure do to a model. ``export(person_id)``, ``erase(person_id)``."""
    REGISTRY[model] = Personal(model, purpose, export, erase)


def export_all(person: int) -> dict[str, dict[str, Any]]:
    """Gather everything about a person: model → purpose and rows."""
    return {
        label: {"purpose": str(item.purpose), "rows": item.export(person)}
        for label, item in sorted(REGISTRY.items())
        if item.export
    }


def erase_all(person: int) -> None:
    """Erase everything that is declared; the person's own row comes last by the caller."""
    for item in REGISTRY.values():
        if item.erase:
            item.erase(person)
