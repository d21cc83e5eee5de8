"""Why an idea cannot be joined to another, or the joining not be agreed to or undone."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.ideas import queries
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Author, Idea, Merge
from fiksummin.people.models import Person

_STANDING = (IdeaState.OPEN, IdeaState.CONSIDERED)


def why_not_ask_merge(idea: Idea, into: Idea) -> str:
    """Say why two ideas cannot be joined: both are open, of one campaign, and not joined yet."""
    if idea.pk == into.pk:
        return _("An idea cannot be joined to itself.")
    if idea.campaign_id != into.campaign_id:
        return _("Only ideas of the same campaign can be joined.")
    if idea.state not in _STANDING or not into.is_open:
        return AsItStands(_("Only open ideas can be joined."))
    if queries.standing_merge(idea):
        return AsItStands(_("The idea is being joined to another already."))
    if into.pk in queries.taken_in(idea):
        return _("These are joined already, the other way round.")
    return ""


def why_not_agree(merge: Merge, person: Person) -> str:
    """Say why somebody cannot answer for the authors of an idea."""
    if not Author.objects.filter(idea=merge.idea, person=person).exists():
        return _("The authors of the idea decide on joining it.")
    if merge.agreed_at or merge.undone_at:
        return AsItStands(_("This has been answered already."))
    return ""


def why_not_undo_merge(merge: Merge) -> str:
    """Say why a joining cannot be undone."""
    if merge.agreed_at is None or merge.undone_at is not None:
        return AsItStands(_("The ideas are not joined."))
    return ""
