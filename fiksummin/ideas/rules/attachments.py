"""Why something cannot be attached to an idea, or taken off."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.ideas.models import Attachment, Idea
from fiksummin.ideas.rules.ideas import why_not_reword
from fiksummin.ideas.rules.moderation import why_not_moderate
from fiksummin.people.models import Person

MOST_ATTACHED = 10


def why_not_attach(idea: Idea, person: Person) -> str:
    """Say why somebody cannot attach anything: the authors do, while nobody has answered the idea."""
    if why := why_not_reword(idea, person):
        return why
    if Attachment.objects.filter(idea=idea).count() >= MOST_ATTACHED:
        return AsItStands(_("An idea has at most %(most)d attachments.") % {"most": MOST_ATTACHED})
    return ""


def why_not_detach(idea: Idea, person: Person) -> str:
    """Say why somebody cannot take something off: the authors while they may change the idea, and moderators always."""
    return why_not_reword(idea, person) if why_not_moderate(person) else ""
