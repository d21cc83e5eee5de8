"""Simulated voters before the project's own board: who sees what, who wants what, and which of the best are found.

Ideas have a worth that nobody sees; a voter wants an idea when its worth and her taste together pass a bar. The
order of turns (``actions.show_next``) and the ranking (``queries.result_of``) are the service's own; only the list
sorted by likes, for comparison, is made here. Called on a database that goes afterwards.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean

from django.db import connection

from fiksummin.core.time import now
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Perspective, PhaseKind
from fiksummin.ideas.models import Campaign, Support, Turn
from fiksummin.ideas.queries import CampaignWish, IdeaWish
from fiksummin.people.models import Person

IDEAS, LOOKS, BEST = 60, 12, 5
BAR = 0.5
"""Of worths and tastes of a standard deviation of one each: a third of all looks is a yes."""


@dataclass(frozen=True)
class Outcome:
    """Which share of the best five the result's first five hold, and how unevenly ideas were shown (0 even, 1 one alone)."""

    recall: float
    gini: float


def fair(seed: int, crowd: list[Person], owner: Person, *, rounds: int = 1) -> Outcome:
    """Have a crowd weigh sixty ideas by turn; in two rounds the second half of it sees the best third."""
    chance, at = random.Random(seed), now()  # noqa: S311 -- the same each time
    campaign, first = _campaign(owner, at, rounds), at - timedelta(days=3)
    numbers = [_idea(owner, campaign, at) for _one in range(IDEAS)]
    worth = {idea: chance.gauss() for idea in numbers}
    _settle(seed, campaign)
    for place, voter in enumerate(crowd):
        again = rounds == 2 and place >= len(crowd) // 2
        shown = actions.show_next(by=voter, campaign=campaign, at=at if again else first)
        Support.objects.bulk_create(
            Support(idea_id=idea, person=voter, round=1 + again, by_turn=True)
            for idea in shown
            if worth[idea] + chance.gauss() > BAR
        )
    shown_often = Turn.objects.filter(campaign=campaign, round=1).values_list("shown", flat=True)
    return Outcome(_recall([row.idea for row in queries.result_of(campaign)], worth), gini(list(shown_often)))


def by_likes(seed: int, voters: int) -> Outcome:
    """Have as many look at the first twelve of a list sorted by likes, as most lists are."""
    chance = random.Random(seed)  # noqa: S311 -- as above
    worth = {idea: chance.gauss() for idea in range(IDEAS)}
    likes, shown = dict.fromkeys(worth, 0), dict.fromkeys(worth, 0)
    for _voter in range(voters):
        for idea in _sorted(likes, chance)[:LOOKS]:
            shown[idea] += 1
            likes[idea] += worth[idea] + chance.gauss() > BAR
    return Outcome(_recall(_sorted(likes, chance), worth), gini(list(shown.values())))


def mean(outcomes: list[Outcome]) -> Outcome:
    """Give the average of several runs."""
    return Outcome(fmean(one.recall for one in outcomes), fmean(one.gini for one in outcomes))


def gini(counts: list[int]) -> float:
    """Say how unevenly counts are spread: 0 when all are alike, near 1 when one has all."""
    ordered, total = sorted(counts), sum(counts)
    weighted = sum(place * count for place, count in enumerate(ordered, 1))
    return 2 * weighted / (len(ordered) * total) - (len(ordered) + 1) / len(ordered) if total else 0.0


def crowd(number: int, like: Person) -> list[Person]:
    """Make so many people of somebody's organisation."""
    return Person.objects.get_queryset().bulk_create(
        Person(email=f"punnitsija{one}@mitta.example", name=f"P {one}", organisation=like.organisation)
        for one in range(number)
    )


def _campaign(owner: Person, at: datetime, rounds: int) -> Campaign:
    phases = {PhaseKind.COLLECT: at - timedelta(days=9), PhaseKind.WEIGH: at - timedelta(days=5)}
    if rounds == 2:
        phases[PhaseKind.WEIGH_AGAIN] = at - timedelta(days=1)
    wish = CampaignWish(
        title={"fi": "Mitta"}, question={"fi": "Mitä?"}, organisation=owner.organisation, phases=phases  # type: ignore[arg-type]  # an owner has one
    )  # fmt: skip
    made = actions.launch_campaign(by=owner, wish=wish, at=at - timedelta(days=9))
    return queries.campaigns_for(owner).get(pk=made.pk)


def _idea(owner: Person, campaign: Campaign, at: datetime) -> int:
    wish = IdeaWish(title="Idea", text="Mitä ja miksi.", perspective=Perspective.WAYS)
    return actions.propose_idea(by=owner, campaign=campaign, wish=wish, at=at - timedelta(days=8)).pk


def _settle(seed: int, campaign: Campaign) -> None:
    """Have the lots fall the same way each time: those of the database, of the turns and of the result."""
    Campaign.objects.filter(pk=campaign.pk).update(seed=str(seed))
    random.seed(seed)  # SQLite asks Python for its lots
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setseed(%s)", [seed / 1000])
    for place, turn in enumerate(Turn.objects.filter(campaign=campaign).order_by("idea")):
        Turn.objects.filter(pk=turn.pk).update(place=(place * 37 % IDEAS) / IDEAS)


def _sorted(likes: dict[int, int], chance: random.Random) -> list[int]:
    return sorted(likes, key=lambda idea: (-likes[idea], chance.random()))


def _recall(ranked: list[int], worth: dict[int, float]) -> float:
    best = sorted(worth, key=lambda idea: -worth[idea])[:BEST]
    return len(set(ranked[:BEST]) & set(best)) / BEST
