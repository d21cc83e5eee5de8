"""Pages of notices."""

from . import rows
from .page import Page
from .states import submits

PAGES = [
    Page("notices", "/notices/", "colleague", "told", queries=11, more=rows.notices),
    Page("notices", "/notices/", "editor", "empty"),
    Page("what I follow", "/notices/following/", "colleague", queries=6, more=rows.follows),
    Page("what I follow", "/notices/following/", "editor", "empty"),
    Page("letters to stop", "/notices/letters/{way_out}/", queries=1),
    Page("letters to stop", "/notices/letters/{way_out}/", "", "stopped", submits("main form button")),
]
