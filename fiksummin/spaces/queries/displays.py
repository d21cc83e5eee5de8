"""Screens: which there are, whose address a secret is, in which languages they speak."""

from django.db.models import Q

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.shown_once import digest
from fiksummin.spaces.models import Display, Site


def display_by(secret: str) -> Display | None:
    """Find the screen of a secret, unless it is out of use or its space is; one query."""
    rows = Display.objects.filter(digest=digest(secret), revoked_at=None)
    in_use = Q(space=None) | Q(space__retired_at=None)
    return rows.filter(in_use).select_related("site", "space__site", "space__policy").first()


def displays_of(site: Site) -> list[Display]:
    """The screens of a site in use, the lobby's first; one query."""
    rows = Display.objects.filter(site=site, revoked_at=None).select_related("space")
    return sorted(rows, key=lambda row: (row.space is not None, row.name.casefold(), row.pk))


def mark_of(display: Display) -> str:
    """Give what tells a screen's present address from its earlier ones, and opens nothing."""
    return display.digest[:12]


def languages_of(display: Display) -> list[str]:
    """Give the languages of a screen in their order: its own, else its site's, else Finnish."""
    if display.language:
        return [display.language]
    return [code for code in LANGUAGES if code in display.site.languages] or [LANGUAGES[0]]
