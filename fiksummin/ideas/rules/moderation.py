"""Why a comment cannot be hidden, an appeal not be made, or not be answered."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import says_little, why_too_long
from fiksummin.ideas.models import Comment, Hiding
from fiksummin.ideas.models.moderation import LONGEST_WORDS, SHORTEST_WORDS
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

MODERATORS = (RoleKind.HOST, RoleKind.FACILITATOR, RoleKind.EDITOR)


def why_not_moderate(person: Person) -> str:
    """Say why somebody does not moderate: hosts, facilitators and editors do."""
    if any(person.may_somewhere(role) for role in MODERATORS):
        return ""
    return _("Comments are moderated by those who run the lab.")


def why_not_hide(comment: Comment, person: Person) -> str:
    """Say why somebody cannot hide a comment."""
    if why := why_not_moderate(person):
        return why
    if comment.person_id == person.pk:
        return _("This comment is yours. Another moderator looks at it.")
    return why_gone(comment)


def why_gone(comment: Comment) -> str:
    """Say why nothing is left of a comment that moderators could look at."""
    if comment.taken_back_at:
        return AsItStands(_("The comment has been taken back already."))
    if Hiding.objects.standing().filter(comment=comment).exists():
        return AsItStands(_("The comment is hidden already."))
    return ""


def why_not_appeal(hiding: Hiding, person: Person) -> str:
    """Say why somebody cannot appeal: the author of the comment does, once."""
    if hiding.author_id != person.pk:
        return _("Whoever wrote the comment can appeal.")
    if hiding.restored_at:
        return AsItStands(_("The comment is not hidden any more."))
    return AsItStands(_("You have appealed already.")) if hiding.appealed_at else ""


def why_not_rule(hiding: Hiding, person: Person) -> str:
    """Say why somebody cannot answer an appeal: a moderator does who neither hid the comment nor wrote it."""
    if why := why_not_moderate(person):
        return why
    if person.pk in {hiding.by_id, hiding.author_id}:
        return _("An appeal is answered by a moderator who neither hid the comment nor wrote it.")
    if hiding.restored_at or hiding.ruled_at:
        return AsItStands(_("This has been answered already."))
    return "" if hiding.appealed_at else AsItStands(_("Nobody has appealed."))


def why_not_restore(hiding: Hiding, person: Person) -> str:
    """Say why somebody cannot take a hiding back: who hid the comment does, until an appeal is answered."""
    if why := why_not_moderate(person):
        return why
    if hiding.by_id != person.pk:
        return _("Whoever hid the comment can restore it; others answer an appeal.")
    if hiding.restored_at or hiding.ruled_at:
        return AsItStands(_("This has been answered already."))
    return ""


def why_not_moderating_words(words: str) -> str:
    """Say why a reason, an appeal or its answer says too little or too much."""
    said = " ".join(words.split())
    if says_little(said, SHORTEST_WORDS):
        return _("Say it in %(least)d characters at least: the other reads it.") % {"least": SHORTEST_WORDS}
    return why_too_long(said, LONGEST_WORDS)
