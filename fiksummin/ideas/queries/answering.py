"""How soon ideas are answered, with those that still wait counted for as long as they have waited.

The share answered within so many working days is estimated by the product-limit method (Kaplan & Meier,
"Nonparametric estimation from incomplete observations", 1958). An idea is answered by its first answer with a
reason; one that is open still waits until now; one that was joined to another or withdrawn waited until then.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet

from fiksummin.core.db.days import LocalDay
from fiksummin.core.time import today
from fiksummin.core.workdays import working_days_until
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.people.models import Person
from fiksummin.people.queries import who_run_the_lab
from fiksummin.trail.choices import Climb
from fiksummin.trail.models import Overdue

FEWEST = 5
"""Ideas below which no share is told: a few say nothing."""
_ENDED = Q(steps__state__in=(IdeaState.MERGED, IdeaState.WITHDRAWN))


@dataclass(frozen=True)
class Point:
    """After so many working days: how many had waited until then, how many were answered on that day, and the share answered by its end."""

    day: int
    waited: int
    answered: int
    share: float


@dataclass(frozen=True)
class Curve:
    """How the share answered grows; ``longest``: the most days that any idea waited."""

    points: tuple[Point, ...]
    ideas: int
    open: int
    longest: int

    @property
    def says_enough(self) -> bool:
        """Say whether there are enough ideas for a share."""
        return self.ideas >= FEWEST

    def share_by(self, day: int) -> float:
        """Give the share answered within so many working days."""
        return next((point.share for point in reversed(self.points) if point.day <= day), 0.0)

    def waiting_at(self, day: int) -> int:
        """Count the ideas that had waited for so many working days without an answer before."""
        return next((point.waited for point in self.points if point.day >= day), 0)

    @property
    def half(self) -> int | None:
        """Give the working days within which half were answered; None while that has not come."""
        return next((point.day for point in self.points if point.share >= 0.5), None)


def who_may_answer(by: Person) -> QuerySet[Person]:
    """Give whom somebody may choose to answer for an idea: colleagues of her organisation, guests not, and those who run the lab."""
    found = Q(pk__in=who_run_the_lab(today()).values("pk"))
    if by.organisation_id is not None:
        found |= Q(organisation=by.organisation_id, guest_until=None)
    return Person.objects.get_queryset().filter(found, is_active=True)


def answerer_by(address: str, by: Person) -> Person | None:
    """Find whom somebody chooses by an e-mail address; None for anybody whom she may not, member or not."""
    return who_may_answer(by).filter(email=address.strip().lower()).first()


def has_come_to_hosts(idea: Idea, day: date) -> bool:
    """Say whether the day of an idea is past for so long that the hosts were told; one query, and none for what is not late."""
    due_on = idea.node.due_on
    if not idea.is_open or due_on is None or due_on >= day:
        return False
    return Overdue.objects.filter(node=idea.node_id, due_on=due_on, climb=Climb.HOST).exists()


def curve(spans: Mapping[tuple[int, bool], int]) -> Curve:
    """Make the curve of how many ideas waited for so many days and then were answered, or not yet."""
    answered, ended = Counter[int](), Counter[int]()
    for (days, is_answered), ideas in spans.items():
        ended[days] += ideas
        answered[days] += ideas * is_answered
    total = waited = ended.total()
    unanswered, points = 1.0, []
    for day in sorted(ended):
        unanswered *= 1 - answered[day] / waited
        points.append(Point(day, waited, answered[day], 1 - unanswered))
        waited -= ended[day]
    return Curve(tuple(points), total, total - answered.total(), max(ended, default=0))


def answering(campaign: Campaign | None, at: datetime) -> Curve:
    """Make the curve of a campaign's ideas, or of all ideas there are; two queries, the engine counts by days."""
    rows = Idea.objects.order_by() if campaign is None else Idea.objects.filter(campaign=campaign).order_by()
    left = Q(answered_at=None, state__in=(IdeaState.MERGED, IdeaState.WITHDRAWN))
    days = rows.exclude(left).values_list(LocalDay("made_at"), LocalDay("answered_at"))
    spans, now = Counter[tuple[int, bool]](), today(at=at)
    for made, answered, ideas in days.annotate(Count("pk")):
        spans[working_days_until(made, answered or now), answered is not None] += ideas
    ended = rows.filter(left).annotate(ended_at=Max("steps__at", filter=_ENDED))
    for made_at, ended_at in ended.values_list("made_at", "ended_at"):
        spans[working_days_until(today(at=made_at), today(at=ended_at or at)), False] += 1
    return curve(spans)
