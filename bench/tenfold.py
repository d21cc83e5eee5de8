"""The example's ideas, experiments and events ten times over, each with words of its own; called in a shell."""

import random
from typing import Any

from django.db import transaction

from fiksummin.events.models import Event
from fiksummin.experiments.models import Experiment, TeamMember
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Author, Idea
from fiksummin.search import actions
from fiksummin.search.models import Entry, Posting, Word
from fiksummin.trail.models import Node

WORDS = (
    "arkisto aamukahvi budjetti digi ennakointi fasilitointi hankinta hybridi ilmasto johtaminen kalenteri kielitaito lausunto "
    "mentori neuvottelu osaaminen palaute raportti saavutettavuus tietosuoja uutiskirje valmennus verkosto viestintä yhteistyö "
    "arbetsgrupp bibliotek distans enkät forskning guide handledning innovation jämställdhet kompetens ledarskap "
    "archive budget coaching dashboard evaluation feedback guideline hackathon inclusion journey knowledge leadership"
).split()


def tenfold() -> tuple[int, int, int]:
    """Make nine more of each, read everything through; give how many things, words and postings there are."""
    chance = random.Random(7)  # noqa: S311 -- the same each time
    for _round in range(9):
        with transaction.atomic():
            for idea in Idea.objects.filter(pk__lte=_last(Idea)).prefetch_related("authors"):
                _copy(idea, chance, state=IdeaState.OPEN, reason="", answered_at=None)
            for experiment in Experiment.objects.filter(pk__lte=_last(Experiment)):
                _copy(experiment, chance, repeats=None, repeats_how="", first=None, idea=None)
            for event in Event.objects.filter(pk__lte=_last(Event)):
                _copy(event, chance, booking=None, lost_space_at=None)
    actions.reindex()
    return Entry.objects.count(), Word.objects.count(), Posting.objects.count()


_LAST: dict[type[Any], int] = {}


def _last(model: Any) -> int:
    """Give the number of the last one that the story itself made."""
    return _LAST.setdefault(model, model.objects.order_by("-pk").values_list("pk", flat=True)[0])


def _copy(row: Any, chance: random.Random, **otherwise: Any) -> None:
    authors = list(row.authors.all()) if isinstance(row, Idea) else []
    team = list(row.team.all()) if isinstance(row, Experiment) else []
    own = " ".join(chance.sample(WORDS, 4))
    row.pk = None
    row.title = f"{row.title} {own}"[:150]
    for name, value in otherwise.items():
        setattr(row, name, value)
    if hasattr(row, "node_id"):
        row.node = Node.objects.create(
            kind=row.node.kind, opened_at=row.node.opened_at, closed_at=row.node.opened_at
        )
    row.save(force_insert=True)
    for author in authors:
        Author.objects.create(idea=row, person=author.person)
    for member in team:
        TeamMember.objects.create(experiment=row, person=member.person)
