"""What is said about ideas, as threads; what of it is hidden; and how often that happens."""

from dataclasses import dataclass

from django.db.models import Count, F, Prefetch, Q, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.ideas.models import Campaign, Comment, Hiding, Idea
from fiksummin.ideas.models.moderation import HidingQuerySet
from fiksummin.ideas.queries.reporting import reported
from fiksummin.people.models import Person

_MODERATED = Question(
    lambda campaign: (
        Hiding.objects.order_by()
        .annotate(where=F("comment__idea__campaign") + 0)
        .filter(where=campaign)
        .values_list("where")
        .annotate(hidden=Count("pk"), appealed=Count("appealed_at"), restored=Count("restored_at"))
    )
)
"""Comments are seldom hidden: the sum has no index, so that no engine looks through all ideas of the campaign for some."""


@dataclass(frozen=True)
class Said:
    """A comment as a reader sees it; ``hiding`` when it is hidden, ``is_open`` whether she reads it all the same."""

    comment: Comment
    hiding: Hiding | None
    is_open: bool
    replies: tuple["Said", ...] = ()


@dataclass(frozen=True)
class Moderated:
    """How many comments were hidden, how many of those appealed, how many are read again, and how often was reported."""

    hidden: int
    appealed: int
    restored: int
    reported: int = 0
    """At least so many reports, in whole fives."""


def said_of() -> Prefetch[str]:
    """Bring along what is said of ideas, and what of it is hidden; two queries."""
    rows = Comment.objects.select_related("person").order_by("at", "pk")
    return Prefetch("comments", rows.prefetch_related(Prefetch("hidings", Hiding.objects.standing())))


def threads(idea: Idea, reader: Person | None, *, moderates: bool) -> list[Said]:
    """Give what is said of an idea: each beginning with all that answers it, in the order of time (``said_of`` is used)."""
    begun: dict[int, int] = {}
    found: dict[int, list[Said]] = {}
    for comment in idea.comments.all():
        hiding = next(iter(comment.hidings.all()), None)
        is_hers = reader is not None and comment.person_id == reader.pk
        said = Said(comment, hiding, hiding is None or moderates or is_hers)
        begun[comment.pk] = begun.get(comment.answers_id or 0, comment.pk)
        found.setdefault(begun[comment.pk], []).append(said)
    return [Said(head.comment, head.hiding, head.is_open, tuple(rest)) for head, *rest in found.values()]


def moderated(campaign: Campaign) -> Moderated:
    """Count what was moderated in a campaign, of nobody in particular; two queries."""
    rows = _MODERATED(campaign=campaign.pk)
    _where, hidden, appealed, restored = rows[0] if rows else (0, 0, 0, 0)
    return Moderated(hidden, appealed, restored, reported(campaign))


def hidings_of(person: Person, *, moderates: bool) -> HidingQuerySet:
    """Give what is hidden of hers; for a moderator all of ideas that she may see."""
    hers = Q(author=person)
    if moderates:
        hers |= Q(comment__idea__in=Idea.objects.visible_to(person).values("pk"))
    rows = Hiding.objects.filter(hers).select_related("comment__idea__campaign", "author", "by", "ruled_by")
    return rows.order_by("-at", "-pk")


def comments_for(person: Person) -> QuerySet[Comment]:
    """Give the comments on ideas that somebody may see."""
    seen = Idea.objects.visible_to(person).values("pk")
    return Comment.objects.filter(idea__in=seen).select_related("idea", "person")
