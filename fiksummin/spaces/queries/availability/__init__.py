"""What is free: searches over sites, days and hours, from this process's memory of the claims."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.availability.finder import Finder
from fiksummin.spaces.queries.availability.memory import MEMORY
from fiksummin.spaces.queries.availability.reasons import answers
from fiksummin.spaces.queries.availability.wanted import Asker, Search
from fiksummin.spaces.queries.wishes import Answer

MOST = 20
"""Answers to one search."""
FURTHEST = timedelta(days=60)
"""How far the first free time is looked for."""
EVERYBODY = Asker()

__all__ = ["EVERYBODY", "FURTHEST", "MEMORY", "MOST", "Asker", "Search", "first_free", "search"]


def search(
    sites: Sequence[Site], wanted: Search, at: datetime, *, asker: Asker = EVERYBODY, limit: int = MOST
) -> list[Answer]:
    """Find what is free from a moment on (hours prefetched), the best first.

    Spaces that suffice alone come first; when none does, sets of two or three
    of one site. What stays free between a look and a booking only the action tells.
    """
    finder = Finder(sites, wanted, at, asker)
    found = finder.alone(limit)
    if not found and wanted.space is None and wanted.people > 1:
        found = finder.together(limit)
    return answers(found)


def first_free(
    sites: Sequence[Site], wanted: Search, at: datetime, *, asker: Asker = EVERYBODY
) -> Answer | None:
    """Find the first answer from the first day wanted on, within sixty days; on other hours of the day, too."""
    wanted = replace(wanted, last=max(wanted.last, (at + FURTHEST).date()), until=None, begins=None)
    finder = Finder(sites, wanted, at, asker)
    found = finder.alone(1) or finder.together(1)
    if not found and (wanted.earliest or wanted.latest):
        return first_free(sites, replace(wanted, earliest=None, latest=None), at, asker=asker)
    return next(iter(answers(found)), None)
