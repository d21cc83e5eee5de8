"""What stands on every page, read at most once in a while by each process."""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from fiksummin.core.time import HELSINKI, today
from fiksummin.site.models import PublicPage, ServiceBreak
from fiksummin.ui import when

FRESH = 30
"""Seconds for which what was read is used again."""
BREAKS = "site-breaks"
FOOTER = "site-footer-{}"


@dataclass(frozen=True)
class Word:
    """A word about a service break in the reader's language."""

    text: str
    alternative: str
    when: str


@dataclass(frozen=True)
class Link:
    """A link at the foot."""

    label: str
    url: str


def service_break(at: datetime) -> Word | None:
    """Give the break to tell about at a moment (UTC): the one that is on, else the next."""
    breaks = cache.get(BREAKS)
    if breaks is None:
        breaks = list(ServiceBreak.objects.filter(ends_at__gt=at))
        cache.set(BREAKS, breaks, FRESH)
    told = next((one for one in breaks if one.told_from <= at < one.ends_at), None)
    if told is None:
        return None
    language = get_language() or "fi"
    spelled = when.spell(told.starts_at, told.ends_at, zone=HELSINKI, language=language, today=today(at=at))
    return Word(f"{told.text} {when.capital(spelled)}.", told.alternative, spelled)


def footer_links(request: HttpRequest) -> list[Link]:
    """Give the standing pages of the reader's language in the order their kinds have."""
    language = (get_language() or "fi")[:2]
    key = FOOTER.format(language)
    links: list[Link] | None = cache.get(key)
    if links is None:
        pages = Page.objects.live().filter(locale__language_code=language, content_type__in=_kinds())
        found = sorted(
            pages.select_related("content_type"), key=lambda page: page.specific_class.footer_place
        )
        links = [Link(page.title, page.get_url() or "") for page in found]
        cache.set(key, links, FRESH)
    return links


def forget() -> None:
    """Read anew: called when a break or a standing page changed in this process."""
    cache.delete(BREAKS)
    cache.delete_many([FOOTER.format(code) for code in ("fi", "sv", "en")])


def _kinds() -> list[int]:
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415 -- needs the app registry

    kinds = [kind for kind in PublicPage.__subclasses__() if kind.footer_place]
    return [kind.pk for kind in ContentType.objects.get_for_models(*kinds).values()]
