"""What each kind of page shows beside its own words: an explicit list, one function a kind."""

from functools import singledispatch
from typing import Any

from django.http import HttpRequest

from fiksummin.core.time import now, today
from fiksummin.events.queries.rows import next_public
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site import cookies
from fiksummin.site.models import (
    BlogIndexPage,
    BlogPost,
    ContactsPage,
    CookiePage,
    GlossaryPage,
    HomePage,
    InstructionsPage,
    PrivacyNoticePage,
    PublicPage,
)
from fiksummin.site.queries import kept, places, posts, talk, words


@singledispatch
def more(page: PublicPage, request: HttpRequest) -> dict[str, Any]:
    """Give what a page shows beside its own words; for most nothing."""
    return {}


@more.register
def home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """What is true right now: the doors, the next public events, and the latest posts."""
    at = now()
    return {
        "doors": places.doors(_reader(request), at),
        "posts": posts.latest(page.locale),
        "events": next_public(at),
        "at": at,
    }


@more.register
def instructions(page: InstructionsPage, request: HttpRequest) -> dict[str, Any]:
    """The sites with their instructions; those who keep them also see which are out of date."""
    return {"sites": places.with_instructions(_reader(request)), "today": today(), "keeps": _keeps(request)}


@more.register
def contacts(page: ContactsPage, request: HttpRequest) -> dict[str, Any]:
    """The sites with their contacts; those who keep them also see which are out of date."""
    return {"sites": places.with_contacts(_reader(request)), "today": today(), "keeps": _keeps(request)}


@more.register
def cookie_table(page: CookiePage, request: HttpRequest) -> dict[str, Any]:
    """The cookies that the settings in force bring."""
    return {"cookies": cookies.in_use()}


@more.register
def glossary(page: GlossaryPage, request: HttpRequest) -> dict[str, Any]:
    """The words in the order of the reader's alphabet."""
    return {"terms": words.in_order(page.locale.language_code)}


@more.register
def privacy(page: PrivacyNoticePage, request: HttpRequest) -> dict[str, Any]:
    """What is kept and why, and how long each site keeps visits."""
    return {"purposes": kept.purposes(), "keeping": kept.lengths()}


@more.register
def blog(page: BlogIndexPage, request: HttpRequest) -> dict[str, Any]:
    """A page of posts, and the tags in use."""
    return {
        **posts.paged(posts.published(page.locale), request.GET.get("page")),
        "topics": posts.topics(page.locale),
    }


@more.register
def post(page: BlogPost, request: HttpRequest) -> dict[str, Any]:
    """The talk about the post."""
    return {"talk": talk.about(page, _reader(request))}


def _reader(request: HttpRequest) -> Person | None:
    return request.user if isinstance(request.user, Person) else None


def _keeps(request: HttpRequest) -> bool:
    """Say whether the reader is one of those who keep the sites' pages in order."""
    person = _reader(request)
    kinds = (RoleKind.EDITOR, RoleKind.MANAGER, RoleKind.HOST)
    return person is not None and any(person.may_somewhere(kind) for kind in kinds)
