"""Pages of the search."""

from . import rows
from .page import Page

PAGES = [
    Page("search", "/search/", "", queries=0),
    Page("search", "/search/?q=aamukahvit", "", "found", queries=7, more=rows.found),
    Page("search", "/search/?q=kellokortti", "member", "signed in", queries=10, more=rows.found),
    Page("search", "/search/?q=zzzzzzzz", "member", "nothing"),
    Page("search", "/search/?q=kellokoretti&kind=idea", "member", "mistyped"),
]
