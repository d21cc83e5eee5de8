"""The blog as feeds, one for each language, with whole addresses."""

from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from fiksummin.core import syndication
from fiksummin.core.time import HELSINKI
from fiksummin.site.models import BlogPost
from fiksummin.site.queries import posts

POSTS_IN_A_FEED = 20


@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    """Give the blog as RSS 2.0."""
    return _answer(request, "rss")


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """Give the blog as Atom."""
    return _answer(request, "atom")


def _answer(request: HttpRequest, kind: str) -> HttpResponse:
    """Write the posts whose words are in the language of the address."""
    return syndication.answer(
        request,
        kind,
        [_item(post) for post in posts.written_in(Locale.get_active())[:POSTS_IN_A_FEED]],
        title=_("Fiksummin: blog"),
        description=_("Stories and reports from those who try to work smarter."),
        link=reverse("wagtail_serve", args=["blog/"]),
    )


def _item(post: BlogPost) -> dict[str, Any]:
    link = syndication.whole(post.get_url() or "")
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
