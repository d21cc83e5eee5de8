"""A page that nobody has translated stands in the other languages as an alias: the same words, so marked."""

from django.http import HttpRequest
from wagtail.models import Locale, Page


def mirror(page: Page) -> None:
    """Make aliases of a page in the languages that have no version of it yet."""
    if page.alias_of_id or page.depth <= 2:
        return
    has = set(page.get_translations(inclusive=True).values_list("locale_id", flat=True))
    for locale in Locale.objects.exclude(pk__in=has):
        page.copy_for_translation(locale, copy_parents=True, alias=True)


def mirror_new(request: HttpRequest, page: Page) -> None:
    """Make the aliases of a page that an editor just made."""
    mirror(page.specific)


def mirror_copy(request: HttpRequest, page: Page, copy: Page) -> None:
    """Make the aliases of a copy that an editor just made."""
    mirror(copy.specific)


def take_along(sender: type[Page], instance: Page, **_signal: object) -> None:
    """Delete the aliases of a page in other languages together with it."""
    for alias in Page.objects.filter(alias_of=instance, translation_key=instance.translation_key):
        alias.delete()
