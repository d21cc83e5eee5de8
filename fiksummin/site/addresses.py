"""Addresses of pages, from what a page's row knows: no page is read and no pattern reversed."""

from typing import Final
from urllib.parse import quote

from wagtail.models import Site

PLAIN: Final = "/~:@!$&'()*+,;="
"""What stands in a path as it is (RFC 3986), as Django writes addresses."""


def roots() -> dict[str, str]:
    """Give the path of the start page in each language; Wagtail keeps them in the cache."""
    return {path.language_code: path.root_path for path in Site.get_site_root_paths()}


def address_of(url_path: str) -> str:
    """Give the address of a page by its path in the tree: "/home-sv/blog/" → "/sv/blog/"; "" outside the site."""
    for code, root in roots().items():
        if url_path.startswith(root):
            return f"/{code}/{quote(url_path.removeprefix(root), safe=PLAIN)}"
    return ""
