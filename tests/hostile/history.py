"""What the rivals did, when they asked and when they heard; and whether each refusal was right.

Nobody reads the service's mind: of an act whose answer was lost, both outcomes
stay possible. Moments are of this machine's monotonic clock.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import inf

WIDEST = timedelta(minutes=90)
"""The longest change-over and buffer of the halls under attack: what a booking may hold beyond its own time."""


@dataclass(frozen=True)
class Span:
    """Cells that somebody may hold for a time, and from when until when that may have been so."""

    cells: frozenset[str]
    start: datetime
    end: datetime
    since: float
    until: float = inf

    def hinders(self, other: "Span") -> bool:
        """Say whether both cannot be, if both may have been at some moment."""
        return bool(
            self.cells & other.cells
            and self.start - WIDEST < other.end
            and self.end + WIDEST > other.start
            and self.since <= other.until
            and self.until >= other.since
        )


@dataclass
class History:
    """Everything that was tried."""

    held: dict[int, list[Span]] = field(default_factory=dict)
    """By the number of a booking: the spans it may have had, one after the other."""
    others: list[Span] = field(default_factory=list)
    """Of closures, and of acts whose answer was lost."""
    refused: list[tuple[int, Span]] = field(default_factory=list)
    """By the number of the booking that was to be moved, 0 for a new one: what was heard to be taken."""
    acknowledged: dict[int, tuple[datetime, datetime]] = field(default_factory=dict)
    """Bookings that were made or moved for sure, with the time that was acknowledged last."""
    ended: set[int] = field(default_factory=set)
    """Bookings that may have been cancelled, declined or called off."""
    doubtful: set[int] = field(default_factory=set)
    """Bookings of which an answer about a move was lost."""
    answers: dict[str, set[str]] = field(default_factory=dict)
    """By idempotency key: what was answered."""
    imported: set[int] = field(default_factory=set)
    """Bookings that a calendar elsewhere made."""
    invited: set[int] = field(default_factory=set)
    """Bookings that a letter made."""
    attempts: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def made(self, number: int, span: Span) -> None:
        """A booking was acknowledged."""
        with self.lock:
            self.held.setdefault(number, []).append(span)
            self.acknowledged[number] = (span.start, span.end)

    def moved(self, number: int, span: Span, answered: float) -> None:
        """A move was acknowledged: what was held before ended at the latest now."""
        with self.lock:
            spans = self.held.setdefault(number, [])
            spans[:] = [replace(old, until=min(old.until, answered)) for old in spans]
            spans.append(span)
            self.acknowledged[number] = (span.start, span.end)

    def gone(self, number: int, answered: float) -> None:
        """A booking was given back for sure."""
        with self.lock:
            self.ended.add(number)
            self.held[number] = [
                replace(old, until=min(old.until, answered)) for old in self.held.get(number, [])
            ]

    def maybe(self, span: Span) -> None:
        """An answer was lost: this may be held from now on."""
        with self.lock:
            self.others.append(span)

    def refusal(self, number: int, span: Span) -> None:
        """Somebody heard that a time is taken, or that her booking is no more."""
        with self.lock:
            self.refused.append((number, span))

    def heard(self, key: str, answer: str) -> None:
        """An answer came for a key."""
        with self.lock:
            self.answers.setdefault(key, set()).add(answer)

    # --- Verdicts --------------------------------------------------------------------

    def unjustified(self) -> Iterator[Span]:
        """Give the refusals for which nothing could have stood in the way; what was called off cannot be moved."""
        spans = [span for row in self.held.values() for span in row] + self.others
        asked = (span for number, span in self.refused if number not in self.ended)
        return (span for span in asked if not any(other.hinders(span) for other in spans))

    def two_effects(self) -> list[str]:
        """Give the keys for which different things were answered."""
        return [key for key, answers in self.answers.items() if len(answers) > 1]
