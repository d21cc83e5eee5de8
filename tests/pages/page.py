"""What a row of the catalogue is, and what a page may weigh."""

from dataclasses import dataclass

from . import rows
from .states import Prepare

FIRST_VIEW = 14_000
"""Gzipped bytes of HTML and CSS: what fits the first round trips of a new connection."""
TOTAL = 60_000
"""Gzipped bytes of everything: with scripts, pictures and fonts."""


@dataclass(frozen=True)
class Page:
    """A page in one state, as one of the cast sees it ("" has not signed in).

    `path` comes after the language; `{visit}` and the like are filled from the town; a kind of page that
    editors make stands by its name. `queries` is the number of database queries of a plain visit to it; where a
    page lists something, `more` adds two rows, and the number stays.
    """

    name: str
    path: str
    who: str = ""
    state: str = ""
    prepare: Prepare | None = None
    status: int = 200
    queries: int | None = None
    more: rows.More | None = None
    first_view: int = FIRST_VIEW

    @property
    def title(self) -> str:
        return f"{self.name}, {self.state}" if self.state else self.name
