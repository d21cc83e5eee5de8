"""What of the public site can be found: its pages, posts and words."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from wagtail.models import Page

from fiksummin.core.facts import announce
from fiksummin.core.languages import LANGUAGES
from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.things import AGELESS, Hit, Meaning, Piece, Shelf, mean, offer, plain, spoken_pieces
from fiksummin.site.addresses import address_of
from fiksummin.site.facts import PageKept, PostPublished, TermKept
from fiksummin.site.models import BlogPost, Term
from fiksummin.site.queries import words

PARTS = ("what", "arrival", "steps", "body")
"""Fields of pages that hold running text."""


def page_kept(request: HttpRequest, page: Page) -> None:
    """An editor let a page out, changed it, or took it back."""
    with transaction.atomic():
        announce(PageKept(by=request.user.pk, page=page.pk))


def term_kept(request: HttpRequest, instance: Any) -> None:
    """An editor changed a word of the glossary."""
    if isinstance(instance, Term):
        with transaction.atomic():
            announce(TermKept(by=request.user.pk, term=instance.pk))


def terms_removed(request: HttpRequest, instances: Iterable[Any]) -> None:
    """An editor removed words of the glossary."""
    for instance in instances:
        term_kept(request, instance)


def _own(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Keep published pages that are written, not mirrored from another language."""
    return rows.filter(live=True, alias_of=None, live_revision__isnull=False)


def _in_best_language(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Keep of pages that stand in several languages the reader's own."""
    here = (get_language() or "fi")[:2]
    translated = _own(Page.objects.filter(locale__language_code=here)).values("translation_key")
    return _own(rows).filter(Q(locale__language_code=here) | ~Q(translation_key__in=translated))


def _pages(_reader: Person | None) -> QuerySet[Page]:
    rows = Page.objects.not_type(BlogPost).filter(depth__gt=1).select_related("locale")
    return _in_best_language(rows)


def _all_pages() -> QuerySet[Any]:
    rows: Any = _own(Page.objects.not_type(BlogPost).filter(depth__gt=1)).select_related("locale")
    found: QuerySet[Any] = rows.specific()
    return found


def _posts(_reader: Person | None) -> QuerySet[BlogPost]:
    return _in_best_language(BlogPost.objects.select_related("locale")).prefetch_related("authors__person")


def _pieces(row: Any) -> list[Piece]:
    language = row.locale.language_code
    said = [Piece(row.title, language, 3), Piece(getattr(row, "lead", ""), language, 1.5)]
    return [*said, *(Piece(text, language) for name in PARTS if (text := _text(row, name)))]


def _text(row: Any, name: str) -> str:
    value = getattr(row, name, "")
    block = getattr(value, "stream_block", None)
    texts = block.get_searchable_content(value) if block else [str(value)]
    return plain(" ".join(map(str, texts)))


def _page_hit(row: Page, _reader: Person | None) -> Hit:
    language = row.locale.language_code
    return Hit(title=row.title, url=address_of(row.url_path), language=language, text=row.search_description)


def _post_hit(row: BlogPost, _reader: Person | None) -> Hit:
    language = row.locale.language_code
    return Hit(
        title=row.title, url=address_of(row.url_path), language=language, text=row.lead,
        text_language=language, at=row.first_published_at, people=tuple(row.author_names),
    )  # fmt: skip


def _terms(_reader: Person | None) -> QuerySet[Term]:
    return Term.objects.all() if _glossary() else Term.objects.none()


def _glossary() -> str:
    return words.linked((get_language() or "fi")[:2])[1]


def _term_hit(row: Term, _reader: Person | None) -> Hit:
    return Hit(title=row.word, url=f"{_glossary()}#{row.anchor}", text=row.meaning)


def _term_pieces(row: Term) -> list[Piece]:
    forms = [Piece(getattr(row, f"forms_{code}"), code, 2) for code in LANGUAGES]
    return [*spoken_pieces(row, "word", 3), *spoken_pieces(row, "meaning"), *forms]


def _meanings() -> list[Meaning]:
    """Give what the glossary says is the same in the three languages."""
    return [
        Meaning(f"term{term.pk}", {code: words.forms_of(term, code) for code in LANGUAGES})
        for term in Term.objects.order_by("pk")
    ]


mean(_meanings, heard={TermKept: lambda fact: f"term{fact.term}"})
offer(
    Shelf(
        kind="post", name=gettext_lazy("Blog"), rows=_posts, hit=_post_hit, pieces=_pieces,
        whole=lambda: _own(BlogPost.objects.select_related("locale")),
        at=lambda row: row.first_published_at or AGELESS,
        audience=lambda _row: Audience.PUBLIC,
        heard={PageKept: lambda fact: fact.page, PostPublished: lambda fact: fact.post},
    )
)  # fmt: skip
offer(
    Shelf(
        kind="page", name=gettext_lazy("Pages"), rows=_pages, hit=_page_hit, pieces=_pieces,
        whole=_all_pages,
        at=lambda _row: AGELESS,
        audience=lambda _row: Audience.PUBLIC,
        heard={PageKept: lambda fact: fact.page},
    )
)  # fmt: skip
offer(
    Shelf(
        kind="term", name=gettext_lazy("Glossary"), hit=_term_hit, pieces=_term_pieces,
        rows=_terms,
        whole=Term.objects.all,
        at=lambda _row: AGELESS,
        audience=lambda _row: Audience.PUBLIC,
        heard={TermKept: lambda fact: fact.term},
    )
)  # fmt: skip
