"""Why something cannot be said of an idea, or not be said otherwise afterwards."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_not_text
from fiksummin.ideas.models import Comment, Hiding, Idea
from fiksummin.ideas.models.opinions import LONGEST_COMMENT
from fiksummin.ideas.rules.moderation import why_gone
from fiksummin.people.models import Person


def why_not_comment(idea: Idea, person: Person, answers: Comment | None) -> str:
    """Say why somebody cannot comment."""
    if person.is_guest:
        return _("Guests read ideas; members propose and support them.")
    if answers is None:
        return ""
    if answers.idea_id != idea.pk:
        return _("That comment is about another idea.")
    if answers.taken_back_at:
        return AsItStands(_("That comment was taken back. Comment on the idea instead."))
    return why_gone(answers)


def why_not_reword_comment(comment: Comment, person: Person) -> str:
    """Say why somebody cannot reword a comment: its author does, until somebody answers it."""
    if why := why_not_take_comment_back(comment, person):
        return why
    if comment.replies.exists():
        return AsItStands(_("Somebody has answered the comment, so its words stay. Say more in another."))
    return ""


def why_not_take_comment_back(comment: Comment, person: Person) -> str:
    """Say why somebody cannot take a comment back: its author does, unless a moderator hid it."""
    if comment.person_id != person.pk:
        return _("Whoever wrote the comment can change it.")
    if comment.taken_back_at:
        return AsItStands(_("The comment has been taken back already."))
    if Hiding.objects.standing().filter(comment=comment).exists():
        return AsItStands(_("A moderator hid the comment. You can appeal."))
    return ""


def why_not_said(text: str) -> str:
    """Say why a comment says nothing, or too much."""
    return why_not_text(text, LONGEST_COMMENT)
