"""When spaces are taken, for signs and programs: never by whom, and what for only where it is public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from fiksummin.spaces.models import Site, Space
from fiksummin.spaces.queries.availability.board import MINUTES
from fiksummin.spaces.queries.availability.wanted import minute, moment_of
from fiksummin.spaces.queries.opening import open_state

_TAKEN = """
SELECT parts.space_id, {start}, {end}, CASE WHEN booking.is_public
  AND (booking.answer_due_at IS NULL OR booking.approved_at IS NOT NULL) THEN booking.title ELSE '' END
FROM spaces_claim AS claim
JOIN spaces_space_cells AS parts ON parts.cell_id = claim.cell_id
JOIN spaces_space AS space ON space.id = parts.space_id
LEFT JOIN spaces_booking AS booking ON booking.hold_id = claim.hold_id
WHERE {which} AND claim.starts_at < %s AND claim.ends_at > %s AND claim.starts_at > %s
ORDER BY 1, 2, 3"""
LONGEST_CLAIM = timedelta(days=400)
"""Claims that began longer ago are not looked for."""

type Taken = tuple[int, int, str | None]
"""From which minute since 1970 until which, and the public title, if any."""


@dataclass(frozen=True)
class Sign:
    """What a door says at a moment: until when it is taken or free, and what is public of it."""

    space: Space
    taken: bool
    until: datetime | None
    title: str
    next_start: datetime | None
    next_title: str


def timelines(spaces: Iterable[Space], start: datetime, end: datetime) -> dict[int, list[Taken]]:
    """Tell when each space is taken within a range, change-over and buffer included; one query.

    A booking that has several parts of a space takes it once.
    """
    found: dict[int, list[Taken]] = {space.pk: [] for space in spaces}
    sites = {space.site_id for space in spaces}
    one_by_one = len(found) < 20 or not sites
    ids = list(found) if one_by_one else list(sites)
    places = ", ".join(["%s"] * len(ids)) or "NULL"
    which = f"parts.space_id IN ({places})" if one_by_one else f"space.site_id IN ({places})"
    for row in dict.fromkeys(_rows(which, ids, start, end)):
        if (spans := found.get(row[0])) is not None:
            spans.append(row[1:])
    return found


def signs(site: Site, spaces: Iterable[Space], at: datetime) -> list[Sign]:
    """Tell what stands on every door at a moment, as of today."""
    state = open_state(site, at)
    closes_at = state.today.closes_at or at
    taken = timelines(spaces, at, max(closes_at, at + timedelta(minutes=1)))
    return [_sign(space, taken[space.pk], at, state.closes_at) for space in spaces]


def _sign(space: Space, taken: list[Taken], at: datetime, closes_at: datetime | None) -> Sign:
    here = minute(at)
    now = [span for span in taken if span[0] <= here]
    coming = next((span for span in taken if span[0] > here), None)
    next_start, next_title = (moment_of(coming[0]), coming[2] or "") if coming else (None, "")
    if now:
        end, titles = _end_of(taken, here), [title for _start, _end, title in now if title]
        return Sign(space, True, moment_of(end), titles[0] if titles else "", next_start, next_title)
    return Sign(space, False, next_start or closes_at, "", next_start, next_title)


def _end_of(taken: list[Taken], here: int) -> int:
    """Tell until when a space is taken without a break."""
    for start, end, _title in taken:
        if start <= here < end:
            here = end
    return here


def _rows(which: str, ids: list[int], start: datetime, end: datetime) -> list[tuple[int, int, int, str]]:
    down, up = MINUTES[connection.vendor]
    moments = [
        connection.ops.adapt_datetimefield_value(moment) for moment in (end, start, start - LONGEST_CLAIM)
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            _TAKEN.format(start=down.format("claim.starts_at"), end=up.format("claim.ends_at"), which=which),
            [*ids, *moments],
        )
        return list(cursor.fetchall())
