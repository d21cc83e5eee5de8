"""The file from which anybody counts the lots of an event again; ``bin/recount_lots.py`` does, and shares no code."""

import hashlib
from dataclasses import dataclass
from typing import Any

from fiksummin.core.sealed import sealed
from fiksummin.events.models import Draw, Event, Registration

_WORDS = (
    "The fingerprint is the SHA-256 of the seed, and was public before the draw. The lot of a registration is the"
    " SHA-256 of 'seed:number'; the smallest has rank 1. Turns go by rank, those with priority first. Each is given"
    " places when enough are free for all its people; where quotas hold, also only when its quota has room."
)


@dataclass(frozen=True)
class Drawn:
    """How the lot of one registration was drawn."""

    lot: str
    rank: int
    of: int
    people: int
    free: int
    """How many places were free before the draw, in the way in which it is to take part."""
    first: int
    """How many with priority came before it."""
    before: int
    """How many places were given before its turn."""
    was_given: bool

    @property
    def fits(self) -> bool:
        """Say whether there was room for all its people when its turn came."""
        return self.before + self.people <= self.free


def fingerprint_of(event: Event) -> str:
    """Give what is public of a lottery before the draw: SHA-256 of its seed, in hexadecimal; "" without lots."""
    return hashlib.sha256(event.lottery_seed.encode()).hexdigest() if event.lottery_seed else ""


def lot(seed: str, registration: int) -> str:
    """Give the lot of a registration by its number: whoever has the smallest comes first.

    SHA-256 of ``seed:number`` in hexadecimal, so that anybody can count again with the seed.
    """
    return hashlib.sha256(f"{seed}:{registration}".encode()).hexdigest()


def recount_of(event: Event) -> dict[str, Any] | None:
    """Give the file as a document; None where no lots were drawn. One query."""
    draw = Draw.objects.filter(event=event).first()
    return None if draw is None else sealed({
        "event": {
            "id": event.pk, "title": event.title, "fingerprint": fingerprint_of(event), "seed": event.lottery_seed,
            "drawn_at": event.drawn_at.isoformat() if event.drawn_at else "",
        },
        "method": {"words": _WORDS},
        "free": draw.free,
        "quotas": draw.has_quotas,
        "lots": _rows(event, draw),
    })  # fmt: skip


def drawn(registration: Registration) -> Drawn | None:
    """Tell how the lot of a registration was drawn (bring ``event``); None for one that had none. At most one query."""
    event = registration.event
    draw = Draw.objects.filter(event=event).first() if event.drawn_at else None
    rows = _rows(event, draw) if draw else []
    own = next((row for row in rows if row["number"] == registration.pk), None)
    if own is None or draw is None:
        return None
    earlier = [row for row in rows if row["mode"] == own["mode"] and row["turn"] < own["turn"]]
    return Drawn(
        lot=own["lot"], rank=own["rank"], of=len(rows), people=own["people"], free=draw.free.get(own["mode"], 0),
        first=sum(row["priority"] for row in earlier if not own["priority"]),
        before=sum(row["people"] for row in earlier if row["place"]), was_given=own["place"],
    )  # fmt: skip


def _rows(event: Event, draw: Draw) -> list[dict[str, Any]]:
    """Give a row for each registration, the first turn first."""
    rows: list[dict[str, Any]] = [
        {"number": number, "lot": lot(event.lottery_seed, number), "mode": mode, "people": people,
         "priority": priority, "rank": rank, "place": place}
        for rank, (number, mode, people, priority, place) in enumerate(draw.lots, start=1)
    ]  # fmt: skip
    rows.sort(key=lambda row: not row["priority"])
    return [{"turn": turn, **row} for turn, row in enumerate(rows, start=1)]
