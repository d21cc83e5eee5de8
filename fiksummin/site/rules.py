"""Why not: "" means yes, anything else is the sentence that a person reads."""

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site.choices import Commenting
from fiksummin.site.models import AccessibilityFeedback, BlogPost, Comment
from fiksummin.site.models.feedback import LONGEST_FEEDBACK
from fiksummin.site.models.talk import LONGEST_COMMENT, LONGEST_REASON


def takes_comments(post: BlogPost) -> bool:
    """Say whether a post is out and its writers want to hear."""
    return bool(post.live and post.comments == Commenting.MEMBERS)


def why_not_comment(person: Person | None, post: BlogPost) -> str:
    """Say why a reader cannot comment on a post."""
    if not takes_comments(post):
        return _("This post does not take comments.")
    if person is None:
        return _("Sign in to comment.")
    if person.is_guest:
        return _("Guests can read the talk but not take part in it.")
    return ""


def why_not_say(text: str) -> str:
    """Say why words cannot be a comment."""
    if not text.strip():
        return _("Write your comment first.")
    if len(text) > LONGEST_COMMENT:
        return _("The comment is too long: %(length)d characters, at most %(most)d.") % {
            "length": len(text),
            "most": LONGEST_COMMENT,
        }
    return ""


def why_not_remove(person: Person, comment: Comment, reason: str) -> str:
    """Say why a comment cannot be removed: one's own always can, another's by an editor with a reason."""
    if comment.removed_at:
        return _("The comment has been removed already.")
    if comment.person_id == person.pk:
        return ""
    if not person.may(RoleKind.EDITOR):
        return _("Only its writer and the editors can remove a comment.")
    if not reason.strip():
        return _("Give the reason. The writer gets to read it.")
    return why_not_reason(reason)


def why_not_put_back(person: Person, comment: Comment) -> str:
    """Say why a comment cannot be made visible again: what its writer took away stays away."""
    if not person.may(RoleKind.EDITOR):
        return _("Only the editors can put a comment back.")
    if comment.removed_at is None:
        return _("The comment is visible.")
    if comment.removed_by_id in {None, comment.person_id}:
        return _("The writer removed the comment.")
    return ""


def why_not_report(person: Person, comment: Comment, reason: str) -> str:
    """Say why a comment cannot be reported."""
    if comment.removed_at:
        return _("The comment has been removed already.")
    if comment.person_id == person.pk:
        return _("You can remove your own comment yourself.")
    return why_not_reason(reason)


def why_not_reason(reason: str) -> str:
    """Say why words cannot be a reason."""
    if len(reason) <= LONGEST_REASON:
        return ""
    return _("The reason is too long: %(length)d characters, at most %(most)d.") % {
        "length": len(reason),
        "most": LONGEST_REASON,
    }


def why_not_moderate(person: Person) -> str:
    """Say why somebody cannot look after the talk and the feedback."""
    return "" if person.may(RoleKind.EDITOR) else _("This is for the editors of the service.")


def why_not_answer(person: Person, feedback: AccessibilityFeedback, answer: str) -> str:
    """Say why accessibility feedback cannot be answered so."""
    if reason := why_not_moderate(person):
        return reason
    if feedback.answered_at:
        return _("This feedback has been answered already.")
    if not answer.strip():
        return _("Write the answer first.")
    return why_not_long(answer)


def why_not_long(text: str) -> str:
    """Say that feedback or its answer is too long."""
    return why_too_long(text, LONGEST_FEEDBACK)


def why_not_edit(person: Person) -> str:
    """Say why somebody cannot edit pages."""
    return "" if person.may(RoleKind.EDITOR) else _("Only editors and owners edit pages.")


def why_not_publish(person: Person, writer: Person | None = None) -> str:
    """Say why somebody cannot publish: an owner may, and an editor what somebody else wrote."""
    if person.may(RoleKind.OWNER):
        return ""
    if not person.may(RoleKind.EDITOR):
        return _("Only editors and owners publish.")
    if writer is not None and writer.pk == person.pk:
        return _("Ask another editor, or an owner, to read your text and publish it.")
    return ""
