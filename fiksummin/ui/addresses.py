"""Addresses of pages, each worked out once: a name and its numbers have one address in each language."""

from functools import lru_cache
from typing import Final
from uuid import UUID

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

PLAIN: Final = {int, str, UUID}
"""Kinds of numbers and names that are equal only when they read the same."""


def address(name: str, *args: object, app: str | None = None) -> str:
    """Give the address of a page in the active language, as ``reverse`` does. Raises ``NoReverseMatch``."""
    return both(name, args, app)[0]


def both(name: str, args: tuple[object, ...], app: str | None) -> tuple[str, SafeString]:
    """Give the address, and the same as it stands in a page."""
    if any(type(arg) not in PLAIN for arg in args):
        plain = reverse(name, args=args, current_app=app)
        return plain, escape(plain)
    where = get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), get_language()
    return _known(name, args, app, where)


@lru_cache(maxsize=4096)
def _known(
    name: str, args: tuple[object, ...], app: str | None, _where: tuple[str | None, ...]
) -> tuple[str, SafeString]:
    plain = reverse(name, args=args, current_app=app)
    return plain, escape(plain)
