"""Ten thousand ideas of one campaign, five thousand experiments and a hundred thousand votes; every guard stays on.

Called within ``fiksummin manage shell``: rows are written by the thousand, past the actions and not past the
database, whose constraints and triggers look at each.
"""

import random
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models, transaction

from bench.voting import crowd
from fiksummin.core.time import now, today
from fiksummin.experiments.models import Experiment
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience, Perspective, PhaseKind
from fiksummin.ideas.models import Author, Campaign, Idea, IdeaStep, Support, Turn
from fiksummin.ideas.queries import CampaignWish
from fiksummin.people.models import Person, Role
from fiksummin.search.actions import reindex
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.models import Contribution, Link, Node

IDEAS, EXPERIMENTS, VOTES, PEOPLE = 10_000, 5_000, 100_000, 1_000
WORDS = (
    "aamukahvi etätyö lupa asiakas lomake palvelu tila kokous tunnus sähköposti ohje viesti verkosto kokeilu aika"
    " johtaja työpari kirjasto laite raportti tulkki päätös arkisto esteettömyys"
).split()


def fill(*, is_searched: bool = True) -> str:
    """Write it all; answer the campaign's address, an idea that was tried out, and the seconds it took.

    Indexed for search only where that is measured.
    """
    began, at = time.perf_counter(), now()
    owner = Role.objects.filter(kind="owner", ended_at=None).select_related("person__organisation")[0].person
    campaign, people = _campaign(owner, at), crowd(PEOPLE, owner)
    with transaction.atomic():
        ideas = _ideas(campaign, owner, people, at)
        _votes(ideas, people, at)
        _experiments(ideas, owner, at)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    written = time.perf_counter() - began
    if is_searched:
        reindex(kinds=("idea", "experiment"))
    indexed = time.perf_counter() - began - written
    return f"{campaign.slug} {ideas[0].pk} {written:.0f} {indexed:.0f}"


def _campaign(owner: Person, at: datetime) -> Campaign:
    wish = CampaignWish(
        title={"fi": "Suuri kampanja"}, question={"fi": "Mitä tekisit toisin?"}, organisation=owner.organisation,  # type: ignore[arg-type]  # an owner has one
        phases={PhaseKind.COLLECT: at - timedelta(days=60), PhaseKind.WEIGH: at - timedelta(days=5)},
        audience=Audience.PUBLIC,
    )  # fmt: skip
    made = actions.launch_campaign(by=owner, wish=wish, at=at - timedelta(days=60))
    return queries.campaigns_for(owner).get(pk=made.pk)


def _ideas(campaign: Campaign, owner: Person, people: list[Person], at: datetime) -> list[Idea]:
    chance, due = random.Random(7), today() + timedelta(days=20)  # noqa: S311 -- the same data each time
    nodes = _written(Node(kind=NodeKind.IDEA, opened_at=at, owner=owner, due_on=due) for _one in range(IDEAS))
    ideas = _written(
        Idea(
            node=node, campaign=campaign, title=" ".join(chance.sample(WORDS, 4)), text=" ".join(chance.choices(WORDS, k=40)),
            language="fi", perspective=chance.choice(Perspective.values), organisation=owner.organisation, made_at=at,
        )
        for node in nodes
    )  # fmt: skip
    _written(
        Turn(campaign=campaign, idea=idea, shown=chance.randint(8, 12), place=chance.random())
        for idea in ideas
    )
    authors = [chance.choice(people) for _idea in ideas]
    _written(Author(idea=idea, person=author) for idea, author in zip(ideas, authors, strict=True))
    _written(IdeaStep(idea=idea, state="open", at=at, due_on=due) for idea in ideas)
    _written(
        Contribution(node=node, person=author, part=Part.WROTE, at=at)
        for node, author in zip(nodes, authors, strict=True)
    )
    _written(Link(source=campaign.node, target=node, kind=LinkKind.ASKED, at=at) for node in nodes)
    return ideas


def _votes(ideas: list[Idea], people: list[Person], at: datetime) -> None:
    chance = random.Random(11)  # noqa: S311 -- as above
    pairs = [(person, idea) for person in people for idea in chance.sample(ideas, VOTES // PEOPLE)]
    _written(Support(idea=idea, person=person, at=at, by_turn=True) for person, idea in pairs)
    _written(
        Contribution(node_id=idea.node_id, person=person, part=Part.SUPPORTED, at=at)
        for person, idea in pairs
    )


def _experiments(ideas: list[Idea], owner: Person, at: datetime) -> None:
    chance, day = random.Random(13), today()  # noqa: S311 -- as above
    nodes = _written(
        Node(kind=NodeKind.EXPERIMENT, opened_at=at, owner=owner, due_on=day + timedelta(days=30))
        for _one in range(EXPERIMENTS)
    )
    _written(
        Experiment(
            node=node, idea=idea, title=" ".join(chance.sample(WORDS, 4)), why=" ".join(chance.choices(WORDS, k=20)),
            expectation="Odotus lyhenee.", measure="Päivissä.", place="Helsinki", organisation=owner.organisation,
            starts_on=day, ends_on=day + timedelta(days=30), made_at=at,
        )
        for node, idea in zip(nodes, ideas, strict=False)
    )  # fmt: skip
    _written(
        Link(source_id=idea.node_id, target=node, kind=LinkKind.TRIED, at=at)
        for node, idea in zip(nodes, ideas, strict=False)
    )


def _written[Row: models.Model](rows: Iterable[Row]) -> list[Row]:
    """Write rows by the thousand."""
    made = list(rows)
    manager: Any = type(made[0])._default_manager
    for first in range(0, len(made), 1000):
        manager.bulk_create(made[first : first + 1000])
    return made
