"""The blog as feeds, one for each language, with whole addresses."""

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from fiksummin.core.time import HELSINKI
from fiksummin.site.models import BlogPost
from fiksummin.site.queries import posts

POSTS_IN_A_FEED = 20


@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    """Give the blog as RSS 2.0."""
    return _answer(Rss201rev2Feed, "site:rss")


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """Give the blog as Atom."""
    return _answer(Atom1Feed, "site:atom")


def _answer(kind: type[Rss201rev2Feed | Atom1Feed], name: str) -> HttpResponse:
    """Write the posts whose words are in the language of the address, for whatever host was asked."""
    feed = kind(
        title=_("Fiksummin: blog"),
        link=_whole(reverse("wagtail_serve", args=["blog/"])),
        description=_("Stories and reports from those who try to work smarter."),
        language=get_language() or "fi",
        feed_url=_whole(reverse(name)),
    )
    for post in posts.written_in(Locale.get_active())[:POSTS_IN_A_FEED]:
        feed.add_item(**_item(post))
    return HttpResponse(feed.writeString("utf-8"), content_type=str(kind.content_type))


def _item(post: BlogPost) -> dict[str, Any]:
    link = _whole(post.get_url() or "")
    out = datetime.combine(post.date, time(), tzinfo=HELSINKI)
    return {
        "title": post.title,
        "link": link,
        "description": post.lead,
        "author_name": ", ".join(post.author_names) or None,
        "pubdate": out,
        "updateddate": max(out, post.last_published_at or out),
        "unique_id": link,
        "categories": [item.tag.name for item in post.tagged_items.all()],
    }


def _whole(address: str) -> str:
    return f"{settings.BASE_URL}{address}" if address.startswith("/") else address
