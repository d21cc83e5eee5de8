"""A page that nobody has translated stands in the other languages as an alias: the same words, so marked."""

from typing import Any

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


def let_go(sender: type[Page], instance: Page, update_fields: Any = None, **_signal: object) -> None:
    """Forget the published version of the page it was an alias of: it has published nothing itself yet."""
    if update_fields and set(update_fields) == {"alias_of_id"} and instance.alias_of_id is None:
        instance.live_revision = None
        # allow(writes): a mark that Wagtail forgets when it makes a page of an alias
        Page.objects.filter(pk=instance.pk).update(live_revision=None)


def take_along(sender: type[Page], instance: Page, **_signal: object) -> None:
    """Delete the aliases of a page in other languages together with it."""
    for alias in Page.objects.filter(alias_of=instance, translation_key=instance.translation_key):
        alias.delete()
