"""The board of a campaign as its page tells it, a part at a time, in questions worded once."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple, overload

from django.db.models import Func, IntegerField, QuerySet

from fiksummin.core.db.questions import Portion, Question, evened
from fiksummin.ideas.choices import OPEN_STATES, STANDING_STATES, IdeaState
from fiksummin.ideas.models import Campaign, Idea, Turn
from fiksummin.ideas.models.idea import IdeaQuerySet
from fiksummin.ideas.models.opinions import FIRST_ROUND
from fiksummin.ideas.queries.wishes import Finding
from fiksummin.people.models import Organisation

_TOLD = (
    "pk", "title", "language", "perspective", "organisation", "state", "came_in", "node__next_step", "node__due_on",
)  # fmt: skip
_GONE = (IdeaState.MERGED, IdeaState.WITHDRAWN)
_NEWEST = Portion(lambda campaign: Idea.objects.filter(campaign=campaign).standing().values_list(*_TOLD))
_IN_TURN = Portion(
    lambda campaign: (
        Turn.objects.filter(campaign=campaign, round=FIRST_ROUND)
        .exclude(idea__state__in=_GONE)
        .order_by("shown", "place")
        .values_list(*(f"idea__{name}" for name in _TOLD))
    )
)
"""Read by the order of turns, which an index keeps: so the campaign is asked of turns alone."""
_PASSING_NEWEST = Portion(
    lambda campaign: (
        Idea.objects.filter(campaign=campaign).exclude(pk__in=_gone(campaign)).values_list("pk", flat=True)
    )
)
_PASSING_TURNS = Portion(
    lambda campaign: (
        Turn.objects.filter(campaign=campaign, round=FIRST_ROUND)
        .exclude(idea__in=_gone(campaign))
        .order_by("shown", "place")
        .values_list("idea", flat=True)
    )
)
"""The numbers alone, which an index has: thousands are passed over without looking at one of them."""
_NUMBERED = Question(lambda numbers: Idea.objects.filter(pk__in=numbers).order_by().values_list(*_TOLD))
_COUNTED = Question(
    lambda campaign: (
        Idea.objects.filter(campaign=campaign, state__in=STANDING_STATES)
        .order_by()
        .values_list(Func(template="COUNT(*)", output_field=IntegerField()), flat=True)
    )
)
"""One number, by an index alone; an aggregate of Django would group by something, which takes twice as long."""
DEEP = 500
"""So many ideas are passed over by looking at each; of more only the numbers are."""
_BODIES = Question(lambda numbers: Organisation.objects.filter(pk__in=numbers))


def _gone(campaign: Any) -> QuerySet[Idea, Any]:
    """Give the numbers of those that do not stand for themselves any more; few, and kept by an index."""
    return Idea.objects.filter(campaign=campaign, state__in=_GONE).order_by().values("pk")


class Line(NamedTuple):
    """What a line of a board says of an idea."""

    pk: int
    title: str
    language: str
    perspective: str
    organisation: int | None
    state: str
    came_in: str
    next_step: str
    due_on: date | None

    @property
    def is_open(self) -> bool:
        """Say whether somebody answers for its next step."""
        return self.state in OPEN_STATES


def in_order(campaign: Campaign, *, is_in_turn: bool) -> IdeaQuerySet:
    """Give the ideas of a campaign that stand for themselves: the newest first, or the least shown. Not for a long board's page."""
    rows = Idea.objects.filter(campaign=campaign).standing()
    return (
        rows.filter(turns__round=FIRST_ROUND).order_by("turns__shown", "turns__place") if is_in_turn else rows
    )


class Board:
    """The ideas of a campaign that stand for themselves, for a ``Paginator``; its reader sees the campaign.

    The newest come first; while ideas are weighed at the moment, the least shown: the order of turns favours none.
    That this list was read is counted nowhere. Narrowed, it costs as many queries.
    """

    def __init__(self, campaign: Campaign, at: datetime, finding: Finding | None = None) -> None:
        """Know whose board it is, at which moment it is read (prefetched ``phases`` are used), and what is looked for."""
        self.campaign = campaign
        self.is_in_turn = bool(campaign.round_at(at))
        self.narrows = finding.narrows if finding else {}

    def __len__(self) -> int:
        """Count them, all of them by an index alone; one query."""
        if self.narrows:
            return self._narrowed().count()
        return int(_COUNTED(campaign=self.campaign.pk)[0])

    def __iter__(self) -> Iterator[Line]:
        """Give all of them; two queries."""
        return iter(self[0 : len(self)])

    @overload
    def __getitem__(self, part: int, /) -> Line: ...
    @overload
    def __getitem__(self, part: slice, /) -> list[Line]: ...
    def __getitem__(self, part: int | slice, /) -> Line | list[Line]:
        """Give those from one place to another, or the one at a place; one query, two far down."""
        if isinstance(part, int):
            return self[part : part + 1][0]
        if self.narrows:
            return [Line(*row) for row in self._narrowed()[part]]
        if part.start >= DEEP:
            return self._far_down(part)
        ask = _IN_TURN if self.is_in_turn else _NEWEST
        return [
            Line(*row) for row in ask(part.stop - part.start, after=part.start, campaign=self.campaign.pk)
        ]

    def _narrowed(self) -> QuerySet[Any, Any]:
        rows = in_order(self.campaign, is_in_turn=self.is_in_turn)
        return rows.filter(**self.narrows).values_list(*_TOLD)

    def _far_down(self, part: slice) -> list[Line]:
        ask = _PASSING_TURNS if self.is_in_turn else _PASSING_NEWEST
        numbers = ask(part.stop - part.start, after=part.start, campaign=self.campaign.pk)
        found = {row[0]: Line(*row) for row in _NUMBERED(numbers=evened(numbers))}
        return [found[number] for number in numbers]


def bodies_of(lines: list[Line]) -> dict[int, Organisation]:
    """Give the organisations of lines, by number; at most one query."""
    numbers = {line.organisation for line in lines if line.organisation}
    return {body.pk: body for body in _BODIES(numbers=evened(numbers))} if numbers else {}
