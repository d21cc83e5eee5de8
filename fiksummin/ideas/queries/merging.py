"""Ideas that an idea can be joined to, and what was joined to what."""

from itertools import islice

from django.db.models import Prefetch, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.ideas.choices import JOINABLE_STATES, OPEN_STATES
from fiksummin.ideas.models import Idea, Merge
from fiksummin.ideas.models.idea import IdeaQuerySet
from fiksummin.people.models import Person

MOST_SHOWN = 20
_STANDING = Question(
    lambda idea: Merge.objects.filter(idea=idea, undone_at=None).select_related(
        "idea", "into", "asked_by", "answered_by"
    )
)


def standing_merge(idea: Idea) -> Merge | None:
    """Give the joining of an idea to another that stands, or that is asked for."""
    return next(iter(_STANDING(idea=idea.pk)), None)


def merge_of(idea: Idea, *, is_agreed: bool) -> QuerySet[Merge]:
    """Give the joining of an idea that stands (``is_agreed``), or that waits for its authors' answer."""
    rows = idea.merges.filter(undone_at=None, agreed_at__isnull=not is_agreed)
    return rows.select_related("idea__campaign", "idea__node", "into", "asked_by")


def joinable(idea: Idea) -> IdeaQuerySet:
    """Give the open ideas of its campaign that an idea can be joined to, the newest first."""
    return Idea.objects.filter(campaign=idea.campaign_id, state__in=OPEN_STATES).exclude(pk=idea.pk)


def joinable_by_title(idea: Idea, words: str) -> list[tuple[int, str]]:
    """Give the numbers and titles of the first twenty whose title has all the words, in whatever letters; one query.

    The titles are compared here: SQLite knows only small English letters.
    """
    wanted = words.casefold().split()
    titles = joinable(idea).values_list("pk", "title")
    found = (row for row in titles if all(word in row[1].casefold() for word in wanted))
    return list(islice(found, MOST_SHOWN))


def taken_in_by() -> Prefetch[str]:
    """Bring along what was joined to an idea."""
    rows = Merge.objects.filter(agreed_at__isnull=False, undone_at=None)
    return Prefetch("took_in", rows.select_related("idea"))


def taken_in(idea: Idea, *, or_asked: bool = False) -> set[int]:
    """Give the number of an idea and of all that were joined to it, by any number of steps; or are asked to be."""
    rows = Merge.objects.filter(undone_at=None)
    rows = rows if or_asked else rows.filter(agreed_at__isnull=False)
    found, new = {idea.pk}, {idea.pk}
    while new:
        new = set(rows.filter(into__in=new).values_list("idea", flat=True)) - found
        found |= new
    return found


def asked_of(person: Person) -> QuerySet[Merge]:
    """Give the joinings that wait for somebody's answer as an author."""
    rows = Merge.objects.filter(
        idea__authors__person=person, idea__state__in=JOINABLE_STATES, agreed_at=None, undone_at=None
    )
    return rows.select_related("idea", "into").order_by("asked_at", "pk")
