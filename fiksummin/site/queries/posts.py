"""Posts and tags."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from wagtail.models import Locale

from fiksummin.site.models import BlogPost, PostAuthor, Topic
from fiksummin.site.models.topics import key_of


def published(locale: Locale) -> QuerySet[BlogPost]:
    """Give the posts of a language, the latest first, with authors.

    A post that is not translated stands among them in the language it was written in.
    """
    authors = Prefetch("authors", PostAuthor.objects.select_related("person"))
    found: QuerySet[BlogPost] = (
        BlogPost.objects.live()
        .filter(locale=locale)
        .select_related("locale", "alias_of__locale")
        .prefetch_related(authors)
        .order_by("-date", "-first_published_at", "-pk")
    )
    return found


def latest(locale: Locale, count: int) -> list[BlogPost]:
    """Give the latest posts of a language."""
    return list(published(locale)[:count])


def written_in(locale: Locale) -> QuerySet[BlogPost]:
    """Give the posts whose words are in a language, the latest first: what a feed in it carries."""
    return (
        published(locale)
        .filter(alias_of=None, live_revision__isnull=False)
        .prefetch_related("tagged_items__tag")
    )


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
