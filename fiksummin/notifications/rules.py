"""Why somebody cannot follow a thing, or write to those who took part in a campaign."""

from datetime import timedelta

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.ideas.models import Campaign
from fiksummin.ideas.rules import why_not_run
from fiksummin.notifications.choices import FOLLOWED
from fiksummin.notifications.models import LONGEST_WORD
from fiksummin.people.models import Person
from fiksummin.trail.models import Node

WORDS_WITHIN = timedelta(days=1)
MOST_WORDS = 2


def why_not_follow(node: Node) -> str:
    """Say why a thing cannot be followed: campaigns, ideas, experiments, batons and things of the library can."""
    return "" if node.kind in FOLLOWED else _("This cannot be followed by itself: follow what it came of.")


def why_not_write(campaign: Campaign, person: Person, lately: int) -> str:
    """Say why somebody cannot write to those who took part: whoever runs it may, twice in a day at most."""
    refusal = why_not_run(campaign, person)
    if refusal:
        return refusal
    if lately >= MOST_WORDS:
        return AsItStands(_("Two words in a day are enough. Write again tomorrow."))
    return ""


def why_not_word(text: str) -> str:
    """Say what is wrong with the words."""
    if not text.strip():
        return _("Write what you want to say.")
    return why_too_long(text.strip(), LONGEST_WORD)
