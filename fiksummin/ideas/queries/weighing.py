"""Whose turn it is on the board, what somebody has voted, and what all votes come to."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import F, QuerySet

from fiksummin.core.db.questions import Question, evened
from fiksummin.ideas.choices import OPEN_STATES, IdeaState, Weighing
from fiksummin.ideas.models import Campaign, Idea, Merge, Support, Turn
from fiksummin.ideas.models.opinions import HIGHEST, SECOND_ROUND
from fiksummin.ideas.queries.ranking import Ranked, Tally, rank
from fiksummin.people.models import Person

DOZEN = 12
"""Ideas on a screen: as many as one looks at in earnest."""

_VOTES = Question(
    lambda person, campaign, number: (
        Support.objects.filter(person=person, round=number)
        .annotate(where=F("idea__campaign") + 0)
        .filter(where=campaign)
        .order_by("-at", "-pk")
        .values_list("idea", "value", "where")
    )
)
"""Her votes are few, the ideas of a campaign many: the sum has no index, so that every engine begins with the votes."""
_IDEAS = Question(lambda numbers: Idea.objects.filter(pk__in=numbers).order_by())


def next_turns(
    campaign: Campaign, person: Person, number: int, but: Collection[int] = (), *, most: int = DOZEN
) -> list[int]:
    """Give the numbers of the ideas whose turn it is: the least shown first, then by lot; one query.

    Not those that came so and that she has voted on in this round, nor those ``but`` which she has just looked at. What
    she found in another way comes all the same: only then does her vote decide the order, too.
    """
    voted = Support.objects.filter(person=person, round=number, by_turn=True).values("idea")
    rows = Turn.objects.filter(campaign=campaign, round=number, idea__state__in=OPEN_STATES)
    rows = rows.exclude(idea__in=voted).exclude(idea__in=list(but))
    return list(rows.order_by("shown", "place").values_list("idea", flat=True)[:most])


def votes_of(person: Person, campaign: Campaign, number: int) -> dict[int, int]:
    """Give what somebody has voted in a round, by idea, the newest first."""
    return {
        idea: value for idea, value, _where in _VOTES(person=person.pk, campaign=campaign.pk, number=number)
    }


def found_otherwise(person: Person, number: int, ideas: Collection[int]) -> set[int]:
    """Give those of some ideas that she has voted on without their having come by turn; one query."""
    rows = Support.objects.filter(person=person, round=number, idea__in=ideas, by_turn=False)
    return set(rows.values_list("idea", flat=True))


def ideas_of(numbers: Iterable[int]) -> list[Idea]:
    """Give ideas in the order of their numbers; at most one query."""
    wanted = list(numbers)
    found = {idea.pk: idea for idea in _IDEAS(numbers=evened(wanted))} if wanted else {}
    return [found[number] for number in wanted if number in found]


@dataclass(frozen=True)
class Vote:
    """One vote. ``voter`` is the number of a person, or of the vote itself where its giver is forgotten."""

    voter: tuple[str, int]
    round: int
    idea: int
    value: int
    by_turn: bool


@dataclass(frozen=True)
class Record:
    """All that the result is counted from. ``root``: where an idea was joined to; ``shown``: by idea and round."""

    weighing: str
    seed: str
    root: dict[int, int]
    shown: dict[tuple[int, int], int]
    votes: list[Vote]

    def tallies(self) -> list[Tally]:
        """Count what each idea got that stands for itself: everybody once in a round, by her highest vote."""
        again = {self.root[idea] for idea, number in self.shown if number == SECOND_ROUND}
        looks: dict[int, int] = defaultdict(int)
        for (idea, _number), shown in self.shown.items():
            looks[self.root[idea]] += shown
        given: dict[tuple[int, tuple[str, int], int], int] = {}
        for vote in self.votes:
            if vote.by_turn and vote.idea in self.root:
                key = (self.root[vote.idea], vote.voter, vote.round)
                given[key] = max(given.get(key, 0), vote.value)
        got, voters = defaultdict[int, int](int), defaultdict[int, int](int)
        for (idea, _voter, _number), value in given.items():
            got[idea] += value
            voters[idea] += 1
        is_graded = self.weighing == Weighing.SCALE
        seen = voters if is_graded else looks
        unit = HIGHEST if is_graded else 1
        return [
            Tally(idea, got[idea], max(seen[idea] * unit, got[idea]), seen[idea], idea in again)
            for idea in sorted(set(self.root.values()))
        ]


def record_of(campaign: Campaign) -> Record:
    """Read what the result is counted from; three queries.

    An idea that was withdrawn is left out, one that was joined to another counts there.
    """
    ideas = Idea.objects.filter(campaign=campaign).exclude(state=IdeaState.WITHDRAWN)
    joined = Merge.objects.filter(idea__campaign=campaign, agreed_at__isnull=False, undone_at=None)
    into = dict(joined.values_list("idea", "into"))
    turns = Turn.objects.filter(idea__in=ideas.values("pk")).order_by("idea", "round")
    shown = {(idea, number): count for idea, number, count in turns.values_list("idea", "round", "shown")}
    standing = {idea for idea, _number in shown}
    roots = {idea: _root(idea, into) for idea in standing}
    return Record(
        weighing=campaign.weighing,
        seed=campaign.seed,
        root={idea: root for idea, root in roots.items() if root in standing},
        shown={key: count for key, count in shown.items() if roots[key[0]] in standing},
        votes=[_vote(row) for row in _votes(campaign) if row[2] in standing],
    )


def result_of(campaign: Campaign) -> list[Ranked]:
    """Rank the ideas of a campaign; three queries."""
    record = record_of(campaign)
    return rank(record.tallies(), record.seed)


def _votes(campaign: Campaign) -> QuerySet[Support, tuple[int, int | None, int, int, int, bool]]:
    rows = Support.objects.filter(idea__campaign=campaign).order_by("idea", "round", "pk")
    return rows.values_list("pk", "person", "idea", "round", "value", "by_turn")


def _vote(row: tuple[int, int | None, int, int, int, bool]) -> Vote:
    pk, person, idea, number, value, by_turn = row
    voter = ("forgotten", pk) if person is None else ("person", person)
    return Vote(voter, number, idea, value, by_turn)


def _root(idea: int, into: dict[int, int]) -> int:
    while idea in into:
        idea = into[idea]
    return idea
