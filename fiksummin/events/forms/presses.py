"""Presses that a phone kept while it had no connection, as it brings them."""

import json
from dataclasses import dataclass
from datetime import datetime

from fiksummin.events.choices import PressKind
from fiksummin.events.models.door import LONGEST_KEY
from fiksummin.events.models.places import MOST_PEOPLE

MOST = 500
"""Presses in one letter of a phone."""
WALK_IN = "walk_in"
KINDS = {*PressKind.values, WALK_IN}
LONGEST_NAME = 150
LARGEST = 10**12


@dataclass(frozen=True)
class Kept:
    """A press with its own key and moment; of somebody unannounced the name and number, of others who and which seats."""

    key: str
    kind: str
    at: datetime
    registration: int = 0
    seats: tuple[int, ...] = ()
    name: str = ""
    people: int = 1
    is_another: bool = False


def read_presses(body: bytes) -> list[Kept] | None:
    """Read a letter of a phone; None for anything that none of our phones writes."""
    try:
        rows = json.loads(body)["presses"]
        if not isinstance(rows, list) or len(rows) > MOST:
            return None
        return [_read(row) for row in rows]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _read(row: dict[str, object]) -> Kept:
    at = datetime.fromisoformat(_text(row["at"], 40))
    seats = row.get("seats", [])
    if (
        at.tzinfo is None
        or row["kind"] not in KINDS
        or not isinstance(seats, list)
        or len(seats) > MOST_PEOPLE
    ):
        raise ValueError
    return Kept(
        key=_text(row["key"], LONGEST_KEY, least=16), kind=str(row["kind"]), at=at,
        registration=_number(row.get("registration", 0)), seats=tuple(_number(seat) for seat in seats),
        name=_text(row.get("name", ""), LONGEST_NAME), people=_number(row.get("people", 1)),
        is_another=row.get("is_another") is True,
    )  # fmt: skip


def _text(value: object, most: int, least: int = 0) -> str:
    if not isinstance(value, str) or not least <= len(value) <= most or "\x00" in value:
        raise ValueError
    value.encode()  # halves of letters cannot be kept
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < LARGEST:
        raise ValueError
    return value
