"""What is missing in which language: pages, words and whatever else people give in several languages."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, Q
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page

from fiksummin.core.languages import LANGUAGES, Spoken
from fiksummin.people.models import Person
from fiksummin.site.models import Picture

REQUIRED = ("fi", "sv")
"""Languages in which every public page and text must stand (Language Act 423/2003); English is a wish."""


@dataclass(frozen=True)
class Gap:
    """Something that lacks a language: what, of what kind, which language, and where to mend it ("" elsewhere)."""

    title: str
    kind: str
    language: str
    address: str

    @property
    def is_required(self) -> bool:
        """Say whether the law asks for this language."""
        return self.language in REQUIRED


def gaps(reader: Person) -> list[Gap]:
    """List the gaps in what a reader may know of, those that the law asks to fill first."""
    found = [*_pages(), *_texts(reader), *_pictures()]
    return sorted(found, key=lambda gap: (not gap.is_required, gap.language, gap.kind, gap.title))


def _pages() -> Iterator[Gap]:
    """Find published pages without a published version of their own words in a language; one query."""
    versions: dict[Any, dict[str, Page]] = defaultdict(dict)
    for page in Page.objects.filter(depth__gt=1).select_related("locale", "content_type").order_by("path"):
        versions[page.translation_key][page.locale.language_code] = page
    for by_language in versions.values():
        own = {code: page for code, page in by_language.items() if not page.alias_of_id}
        if any(page.live for page in own.values()):
            shown = next(iter(own.values()))
            for code in LANGUAGES:
                if code not in own or not own[code].live or not own[code].live_revision_id:
                    mend = by_language.get(code, shown)
                    address = reverse("wagtailadmin_pages:edit", args=[mend.pk])
                    yield Gap(shown.draft_title, str(shown.specific_class.get_verbose_name()), code, address)


def _texts(reader: Person) -> Iterator[Gap]:
    """Find rows of any room that have words in one language and not in another; one query a kind."""
    for model in apps.get_models():
        names = [name for name, value in vars(model).items() if isinstance(value, Spoken)]
        if names:
            yield from _rows(model, names, reader)


def _rows(model: type[Model], names: list[str], reader: Person) -> Iterator[Gap]:
    missing = Q()
    for name in names:
        fields = [f"{name}_{code}" for code in LANGUAGES]
        missing |= ~Q(**dict.fromkeys(fields, "")) & (
            Q(**{fields[0]: ""}) | Q(**{fields[1]: ""}) | Q(**{fields[2]: ""})
        )
    rows: Any = model._default_manager.all()
    if hasattr(rows, "visible_to"):
        rows = rows.visible_to(reader)
    for row in rows.filter(missing):
        for code in LANGUAGES:
            if any(_lacks(row, name, code) for name in names):
                yield Gap(str(row), str(model._meta.verbose_name), code, _address(row))


def _pictures() -> Iterator[Gap]:
    for picture in Picture.objects.filter(ornament=False, alt_en=""):
        yield Gap(
            picture.title,
            str(Picture._meta.verbose_name),
            "en",
            reverse("wagtailimages:edit", args=[picture.pk]),
        )


def _lacks(row: Model, name: str, code: str) -> bool:
    words = {language: getattr(row, f"{name}_{language}") for language in LANGUAGES}
    return not words[code] and any(words.values())


def _address(row: Model) -> str:
    viewset = getattr(type(row), "snippet_viewset", None)
    if viewset is None:
        return ""
    try:
        return reverse(viewset.get_url_name("edit"), args=[row.pk])
    except NoReverseMatch:
        return ""
