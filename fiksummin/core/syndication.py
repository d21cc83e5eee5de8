"""News as RSS 2.0 and Atom, with whole addresses, for whatever host was asked."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language

from fiksummin.core import again

type Kind = type[Rss201rev2Feed | Atom1Feed]
KINDS: dict[str, Kind] = {"rss": Rss201rev2Feed, "atom": Atom1Feed}


def answer(
    request: HttpRequest,
    kind: str,
    items: Iterable[Mapping[str, Any]],
    *,
    title: str,
    description: str,
    link: str,
    changed_at: datetime | None = None,
) -> HttpResponse:
    """Answer with items, which are as Django's ``add_item`` takes them, in the active language.

    ``kind`` is "rss" or "atom", ``link`` the page that tells the same. Without ``changed_at`` only the fingerprint tells
    what is new.
    """
    writer = KINDS[kind]
    feed = writer(
        title=title,
        link=whole(link),
        description=description,
        language=get_language() or "fi",
        feed_url=whole(request.get_full_path()),
    )
    latest = changed_at
    for item in items:
        feed.add_item(**item)
        latest = max(filter(None, (latest, item.get("updateddate"))), default=None)
    body = feed.writeString("utf-8").encode()
    return again.answer(
        request, body, str(writer.content_type), changed_at=latest, by_time=changed_at is not None
    )


def whole(address: str) -> str:
    """Give an address with the host of the service."""
    return f"{settings.BASE_URL}{address}" if address.startswith("/") else address
