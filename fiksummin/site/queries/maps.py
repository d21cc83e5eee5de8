"""The public addresses of the service, for search engines: each page in the languages that it has words in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from fiksummin.core.languages import LANGUAGES
from fiksummin.events.queries.themes import public_pages
from fiksummin.site.addresses import address_of
from fiksummin.site.models import PublicPage
from fiksummin.spaces.queries import seen_sites

ORDINARY: Final = (
    "spaces:site_list", "spaces:where", "site:tags", "site:feedback_new", "events:event_list", "events:feeds",
    "events:theme_list",
)  # fmt: skip
"""Public pages of the service itself that anybody may look for."""


@dataclass(frozen=True)
class Place:
    """A page in one language: its whole address, when its words changed (UTC, None: always new), its other languages."""

    address: str
    changed_at: datetime | None
    languages: dict[str, str]


def everything() -> list[Place]:
    """Give every public page in each of its languages; seven queries."""
    return [*_pages(), *_own()]


def _pages() -> Iterator[Place]:
    """Give the pages that editors made; an alias repeats the words of another language, so it is none."""
    kinds = [kind.pk for kind in ContentType.objects.get_for_models(*PublicPage.__subclasses__()).values()]
    rows = Page.objects.filter(live=True, alias_of=None, content_type__in=kinds, live_revision__isnull=False)
    alike: dict[object, dict[str, tuple[str, datetime | None]]] = defaultdict(dict)
    for key, code, path, changed_at in rows.order_by("path").values_list(
        "translation_key", "locale__language_code", "url_path", "last_published_at"
    ):
        if address := address_of(path):
            alike[key][code] = (_whole(address), changed_at)
    for tongues in alike.values():
        languages = {code: address for code, (address, _at) in tongues.items()}
        yield from (Place(address, changed_at, languages) for address, changed_at in tongues.values())


def _own() -> Iterator[Place]:
    """Give the pages of the service itself, of each site, public event, theme and season, in every language."""
    wanted: list[tuple[str, list[str]]] = [(name, []) for name in ORDINARY]
    wanted += [
        (f"spaces:{name}", [site.slug]) for site in seen_sites(None) for name in ("site", "space_list")
    ]
    public = public_pages()
    wanted += [("events:event", [str(pk)]) for pk in public.events]
    wanted += [("events:theme", [slug]) for slug in public.themes]
    wanted += [("events:season", [slug]) for slug in public.seasons]
    for name, words in wanted:
        languages = {code: _whole(_in(code, name, words)) for code in LANGUAGES}
        yield from (Place(address, None, languages) for address in languages.values())


def _in(code: str, name: str, words: list[str]) -> str:
    with override(code):
        return reverse(name, args=words)


def _whole(address: str) -> str:
    return f"{settings.BASE_URL}{address}"
