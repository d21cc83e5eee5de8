"""Pages of notices."""

from . import rows
from .page import Page
from .states import sends, submits

PAGES = [
    Page("notices", "/notices/", "colleague", "told", queries=14, more=rows.notices),
    Page("notices", "/notices/", "manager", "more on other pages"),
    Page("notices", "/notices/", "editor", "empty"),
    Page("what I follow", "/notices/following/", "colleague", queries=6, more=rows.follows),
    Page("what I follow", "/notices/following/", "editor", "empty"),
    Page("word", "/notices/words/{word}/", "colleague", queries=4),
    Page("new word", "/campaigns/{campaign}/words/new/", "facilitator", queries=6, more=rows.ideas),
    Page("new word", "/campaigns/{campaign}/words/new/", "facilitator", "refused", sends(text=""), 422),
    Page("new word", "/campaigns/{new_campaign}/words/new/", "facilitator", "nobody"),
    Page("letters to stop", "/notices/letters/{way_out}/", queries=1),
    Page("letters to stop", "/notices/letters/{way_out}/", "", "stopped", submits("main form button")),
]
