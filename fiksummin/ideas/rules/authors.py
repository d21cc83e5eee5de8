"""Why somebody cannot be invited to write an idea along, become an author of it, or cease to be one."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.ideas.models import Author, AuthorInvitation, Campaign, Idea
from fiksummin.ideas.queries.authors import is_author
from fiksummin.people.models import Person
from fiksummin.people.rules import why_answered


def why_not_invite(idea: Idea, person: Person) -> str:
    """Say why somebody cannot invite others to write an idea along: its authors do, while it is open."""
    if not is_author(idea, person):
        return _("The authors of the idea invite others to write it along.")
    return _why_closed(idea)


def why_not_respond(invitation: AuthorInvitation) -> str:
    """Say why an invitation cannot be answered; that its letter was hers is known from its link."""
    return _why_closed(invitation.idea) or why_answered(invitation)


def why_not_write_along(invitation: AuthorInvitation, person: Person) -> str:
    """Say why somebody cannot become an author: she is one, or is not asked by the campaign."""
    if why := why_not_respond(invitation):
        return why
    if is_author(invitation.idea, person):
        return AsItStands(_("You are an author of the idea already."))
    if person.is_guest:
        return _("Guests read ideas; members propose and support them.")
    if not Campaign.objects.visible_to(person).filter(pk=invitation.idea.campaign_id).exists():
        return _("The campaign asks others: only those whom it asks write its ideas.")
    return ""


def why_not_stop_writing(idea: Idea, person: Person) -> str:
    """Say why somebody cannot cease to be an author: an idea is never left without anybody who wrote it."""
    if not is_author(idea, person):
        return _("You are not an author of this idea.")
    if why := _why_closed(idea):
        return why
    if not Author.objects.filter(idea=idea, person__isnull=False).exclude(person=person).exists():
        return AsItStands(_("You are the only author. Invite somebody first, or withdraw the idea."))
    return ""


def _why_closed(idea: Idea) -> str:
    return "" if idea.is_open else AsItStands(_("The idea is closed: its authors stand as they were."))
