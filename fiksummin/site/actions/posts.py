"""Posts are published, in the languages they are written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from wagtail.models import Locale

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.site import rules
from fiksummin.site.actions.building import publish
from fiksummin.site.bodies import blocks_of
from fiksummin.site.choices import Commenting
from fiksummin.site.mirrors import mirror
from fiksummin.site.models import BlogIndexPage, BlogPost, PostAuthor, PublicPage, Topic


@dataclass(frozen=True, kw_only=True)
class Words:
    """A post in one language: its address, and HTML with ``h2`` as its only divisions."""

    title: str
    slug: str
    lead: str
    body: str


def publish_post(
    *,
    by: Person,
    authors: Sequence[Person | str],
    words: Mapping[str, Words],
    topics: Sequence[str] = (),
    day: date | None = None,
    comments: str = Commenting.MEMBERS,
) -> dict[str, BlogPost]:
    """Publish a post in the languages of ``words`` (code → Words); elsewhere it stands untranslated.

    An author is a person of the service, or the name of a visiting writer.
    Raises NotAllowed, and Invalid when there is no language or no author.
    """
    people = [author for author in authors if isinstance(author, Person)]
    if not words or not authors:
        raise Invalid("A post needs words and an author.")
    with transaction.atomic():
        refuse_if(rules.why_not_publish(by, people[0] if len(people) == 1 else None))
        made: dict[str, BlogPost] = {}
        for code in [code for code in LANGUAGES if code in words]:
            made[code] = _post(code, words[code], topics, day or today(), comments)
            if len(made) > 1:
                made[code].translation_key = next(iter(made.values())).translation_key
            made[code].authors = [_author(author) for author in authors]
            publish(page=made[code], parent=_index(code), by=by)
        mirror(next(iter(made.values())))
    return made


def amend_page(*, by: Person, page: PublicPage, **fields: Any) -> None:
    """Change fields of a page and publish it at once. Raises NotAllowed; only owners publish their own changes."""
    with transaction.atomic():
        refuse_if(rules.why_not_publish(by, by))
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision(user=by, log_action=True).publish(user=by, skip_permission_checks=True)


def _post(code: str, words: Words, topics: Sequence[str], day: date, comments: str) -> BlogPost:
    post = BlogPost(
        title=words.title,
        slug=words.slug,
        lead=words.lead,
        body=blocks_of(words.body),
        date=day,
        comments=comments,
        locale=Locale.objects.get(language_code=code),
    )
    post.topics.add(*Topic.known(list(topics)))
    return post


def _author(author: Person | str) -> PostAuthor:
    return PostAuthor(person=author) if isinstance(author, Person) else PostAuthor(name=author)


def _index(code: str) -> BlogIndexPage:
    index: BlogIndexPage = BlogIndexPage.objects.get(locale__language_code=code)
    return index
