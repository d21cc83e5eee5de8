"""Published pages by their address, and where each stands in the other languages."""

from functools import cache
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from fiksummin.core.db.questions import Question
from fiksummin.site.models import PublicPage

_AT = Question(
    lambda path: (
        Page.objects.filter(url_path=path, live=True)
        .order_by("pk")
        .values_list("pk", "content_type_id", "alias_of_id")[:1]
    )
)
_ALIKE = Question(
    lambda key: Page.objects.filter(translation_key=key, live=True).values_list(
        "locale__language_code", "url_path"
    )
)


def at(url_path: str) -> PublicPage | None:
    """Find a published page by its whole path in the tree; two queries.

    Wagtail's own way walks down the tree and asks what hides a page; here every published page is public.
    """
    for pk, kind, alias_of in _AT(path=url_path):
        whole = _whole(kind, alias=alias_of is not None)
        return next(iter(whole(pk=pk)), None) if whole else None
    return None


def paths_by_language(translation_key: UUID) -> list[tuple[str, str]]:
    """Give the language and the path in the tree of each published translation of a page."""
    return _ALIKE(key=translation_key)


@cache
def _whole(kind: int, *, alias: bool) -> Question[PublicPage] | None:
    """Word how a page of a kind is read whole; None for kinds that are no pages of the public site."""
    model = ContentType.objects.get_for_id(kind).model_class()
    if model is None or not issubclass(model, PublicPage):
        return None
    beside = ["locale", *(["alias_of__locale"] if alias else [])]
    # allow(through-the-person): a published page is for everybody
    return Question(lambda pk: model.objects.select_related(*beside).filter(pk=pk))
