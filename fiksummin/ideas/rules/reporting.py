"""Why a comment cannot be reported, or a reported one not be left as it is."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.ideas.models import Comment, CommentReport
from fiksummin.ideas.rules.moderation import why_gone, why_not_moderate
from fiksummin.people.models import Person


def why_not_report(comment: Comment, person: Person) -> str:
    """Say why somebody who sees a comment cannot ask moderators to look at it: she does once, and not at her own."""
    if comment.person_id == person.pk:
        return _("This comment is yours.")
    if why := why_gone(comment):
        return why
    if CommentReport.objects.filter(comment=comment, person=person).exists():
        return AsItStands(_("You have reported this comment already."))
    return ""


def why_not_leave(comment: Comment, person: Person) -> str:
    """Say why somebody cannot leave a reported comment as it is: a moderator does who neither wrote nor reported it."""
    if why := why_not_moderate(person):
        return why
    if comment.person_id == person.pk:
        return _("This comment is yours. Another moderator looks at it.")
    waiting = CommentReport.objects.waiting().filter(comment=comment)
    if waiting.filter(person=person).exists():
        return _("You reported this comment yourself. Another moderator looks at it.")
    return "" if waiting.exists() else AsItStands(_("This has been answered already."))
