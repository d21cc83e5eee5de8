"""Posts and tags."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from wagtail.models import Locale

from fiksummin.core.db.questions import Question
from fiksummin.site.addresses import address_of
from fiksummin.site.models import BlogPost, PostAuthor, Topic
from fiksummin.site.models.topics import key_of

POSTS_ON_A_PAGE = 10
LATEST = 3
"""How many posts are told of where there is more to see."""
LISTED = (
    "pk", "title", "lead", "date", "url_path", "translation_key",
    "locale__language_code", "alias_of__locale__language_code", "live_revision_id",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A post as a list tells of it; ``foreign`` is the language of its words where that is not the list's."""

    title: str
    lead: str
    date: date
    address: str
    foreign: str
    authors: list[str]


def published(locale: Locale | int) -> QuerySet[BlogPost]:
    """Give the posts of a language, the latest first.

    A post that is not translated stands among them in the language it was written in.
    """
    found: QuerySet[BlogPost] = (
        BlogPost.objects.live().filter(locale=locale).order_by("-date", "-first_published_at", "-pk")
    )
    return found


_LATEST = Question(lambda locale: published(locale).values(*LISTED)[:LATEST])
_AUTHORS = Question(
    lambda posts: (
        PostAuthor.objects.filter(post__in=posts)
        .order_by("sort_order")
        .values_list("post_id", "name", "person__name")
    )
)


def rows(posts: Iterable[dict[str, Any]]) -> list[Row]:
    """Make rows of what is ``LISTED`` of posts: two queries, and their bodies stay where they are."""
    found = list(posts)
    authors = _authors([post["pk"] for post in found])
    return [
        Row(
            post["title"],
            post["lead"],
            post["date"],
            address_of(post["url_path"]),
            _foreign(post),
            authors[post["pk"]],
        )
        for post in found
    ]


def paged(posts: QuerySet[BlogPost], number: str | None) -> dict[str, Any]:
    """Give one page of posts: ``pages`` (where it is among the pages) and ``posts`` (its rows)."""
    pages = Paginator(posts, POSTS_ON_A_PAGE).get_page(number)
    return {"pages": pages, "posts": rows(cast(QuerySet[BlogPost], pages.object_list).values(*LISTED))}


def latest(locale: Locale) -> list[Row]:
    """Give the latest few posts of a language."""
    return rows(_LATEST(locale=locale.pk))


def written_in(locale: Locale) -> QuerySet[BlogPost]:
    """Give the posts whose words are in a language, the latest first, with authors and tags: what a feed carries."""
    authors = Prefetch("authors", PostAuthor.objects.select_related("person"))
    own = published(locale).filter(alias_of=None, live_revision__isnull=False)
    return own.defer("body").prefetch_related(authors, "tagged_items__tag")


def tagged(locale: Locale, topic: Topic) -> QuerySet[BlogPost]:
    """Give the posts of a language with a tag."""
    return published(locale).filter(tagged_items__tag=topic)


def topics(locale: Locale) -> QuerySet[Topic, Any]:
    """Give the tags in use in a language, with the number of posts (computed) as ``count``."""
    mine = Q(posts__content_object__live=True, posts__content_object__locale=locale)
    found: QuerySet[Topic, Any] = (
        Topic.objects.annotate(count=Count("posts", filter=mine)).filter(count__gt=0).order_by("name")
    )
    return found


def topic(name: str) -> Topic | None:
    """Find a tag by its name or key, whatever its capitals and spaces."""
    found: Topic | None = Topic.objects.filter(slug=key_of(name)).first()
    return found


def _authors(posts: list[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for post, given, account in _AUTHORS(posts=posts):
        if name := given or account:
            names[post].append(name)
    return names


def _foreign(post: dict[str, Any]) -> str:
    """Give the language of the words: of the page it is an alias of, or, while its translation waits, of the original."""
    here: str = post["locale__language_code"]
    words: str = post["alias_of__locale__language_code"] or here
    if words == here and post["live_revision_id"] is None:
        own = BlogPost.objects.filter(translation_key=post["translation_key"], live_revision__isnull=False)
        words = own.order_by("pk").values_list("locale__language_code", flat=True).first() or here
    return "" if words == here else words
