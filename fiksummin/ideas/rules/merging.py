"""Why an idea cannot be joined to another, or the joining not be agreed to or undone."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.ideas import queries
from fiksummin.ideas.models import Idea, Merge
from fiksummin.ideas.models.idea import LONGEST_WORDS
from fiksummin.ideas.rules.ideas import why_not_answer
from fiksummin.people.models import Person


def why_not_ask(idea: Idea, person: Person) -> str:
    """Say why somebody cannot ask to join an idea to another: its authors do, and who answers for it."""
    if queries.is_author(idea, person) or not why_not_answer(idea, person):
        return ""
    return _("The authors of the idea and whoever looks after it join it to another.")


def why_not_ask_merge(idea: Idea, into: Idea) -> str:
    """Say why two ideas cannot be joined: both are open, of one campaign, and not joined yet."""
    if idea.pk == into.pk:
        return _("An idea cannot be joined to itself.")
    if idea.campaign_id != into.campaign_id:
        return _("Only ideas of the same campaign can be joined.")
    if why := why_not_join(idea, into):
        return why
    if queries.standing_merge(idea):
        return AsItStands(_("The idea is being joined to another already."))
    return _why_backwards(idea, into)


def _why_backwards(idea: Idea, into: Idea) -> str:
    if into.pk in queries.taken_in(idea):
        return _("These are joined already, the other way round.")
    if into.pk in queries.taken_in(idea, or_asked=True):
        return AsItStands(_("Somebody has asked to join them the other way round. Wait for the answer."))
    return ""


def why_not_join(idea: Idea, into: Idea) -> str:
    """Say why two ideas cannot be joined as they stand now."""
    if not idea.is_joinable or not into.is_open:
        return AsItStands(_("Only open ideas can be joined."))
    return ""


def why_not_agree(merge: Merge, person: Person) -> str:
    """Say why somebody cannot answer for the authors of an idea: one of them is enough, and any of them can undo it."""
    if not queries.is_author(merge.idea, person):
        return _("The authors of the idea decide on joining it.")
    if merge.agreed_at or merge.undone_at:
        return AsItStands(_("This has been answered already."))
    return ""


def why_not_words(words: str, *, is_needed: bool) -> str:
    """Say what is wrong with what the authors say to it: whoever asked reads why an idea stays by itself."""
    if is_needed and not words.strip():
        return _("Say in a word why it stays by itself: whoever asked reads it.")
    return why_too_long(words, LONGEST_WORDS)


def why_not_undo_merge(merge: Merge, person: Person) -> str:
    """Say why somebody cannot undo a joining: the authors of the idea that was joined do, and who answers for it."""
    why = why_not_ask(merge.idea, person)
    if not why and (merge.agreed_at is None or merge.undone_at is not None):
        return AsItStands(_("The ideas are not joined."))
    return why


def why_not_withdraw_merge(merge: Merge, person: Person) -> str:
    """Say why somebody cannot ask no more for a joining: whoever asked can, until the authors have answered."""
    if merge.asked_by_id != person.pk:
        return _("Whoever asked to join the ideas withdraws it.")
    return AsItStands(_("This has been answered already.")) if merge.agreed_at or merge.undone_at else ""
