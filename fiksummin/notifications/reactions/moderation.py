"""Who hears of moderation: the author of a comment, and those who may answer her appeal."""

from fiksummin.core.facts import later
from fiksummin.core.time import today
from fiksummin.ideas.facts import CommentHidden, CommentRestored, HidingAppealed, HidingRuled
from fiksummin.ideas.models import Hiding
from fiksummin.ideas.rules.moderation import MODERATORS
from fiksummin.notifications.actions import tell
from fiksummin.people.queries import standing_roles


@later(CommentHidden)
def tell_author(fact: CommentHidden) -> None:
    """The author of a comment hears that it was hidden, and reads why."""
    _tell(fact.hiding, "comment.hidden", fact.by)


@later(CommentRestored)
def tell_restored(fact: CommentRestored) -> None:
    """The author of a comment hears that it is read again."""
    _tell(fact.hiding, "comment.restored", fact.by)


@later(HidingRuled)
def tell_ruling(fact: HidingRuled) -> None:
    """The author of a comment hears that her appeal was answered."""
    _tell(fact.hiding, "comment.ruled", fact.by)


@later(HidingAppealed)
def ask_moderators(fact: HidingAppealed) -> None:
    """Those who moderate hear of an appeal, but who hid the comment or wrote it."""
    hiding = Hiding.objects.filter(pk=fact.hiding).first()
    if hiding is None:
        return
    roles = standing_roles(today()).filter(kind__in=MODERATORS, starts_on__lte=today())
    about = set(roles.values_list("person", flat=True)) - {hiding.by_id, hiding.author_id}
    tell(
        key=f"hiding-{hiding.pk}-appealed", what="comment.appealed", thing=hiding.pk, about=about, but=fact.by
    )


def _tell(number: int, what: str, by: int | None) -> None:
    hiding = Hiding.objects.filter(pk=number).first()
    if hiding and hiding.author_id:
        key = f"hiding-{hiding.pk}-{what}"
        tell(key=key, what=what, thing=hiding.pk, about=[hiding.author_id], but=by)
