"""How experiments, lessons received and batons are shown on the trail."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F, Q, QuerySet

from fiksummin.core.db.questions import Question, evened
from fiksummin.experiments.models import Baton, Experiment, Hold, Reception
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, Instead, Naming, shown
from fiksummin.ui.addresses import address


def _experiment(row: Experiment) -> Face:
    url = address("experiments:experiment", row.pk)
    return Face(row.title, url, state=row.get_works_display() if row.ended_at else "")


def _receptions(reader: Person | None) -> QuerySet[Reception]:
    seen = Experiment.objects.visible_to(reader).values("pk")
    return Reception.objects.filter(experiment__in=seen).select_related("experiment")


def _reception(row: Reception) -> Face:
    return Face(row.experiment.title, address("experiments:experiment", row.experiment_id) + "#lesson")


def _baton(row: Baton) -> Face:
    return Face(row.title, address("experiments:baton", row.pk))


_TURNS: Question[Any] = Question(
    lambda nodes: (
        Hold.objects.filter(Q(baton__node__in=nodes) | Q(branches__node__in=nodes), person__isnull=False)
        .select_related("baton", "organisation")
        .annotate(branch=F("branches__node"))
    )
)
"""The turns of batons, and those of which they branched off: whoever handed one on answers for what nobody has taken."""


def _holders(nodes: Sequence[int], reader: Person | None) -> dict[tuple[int, int], str]:
    """Say holders by their organisation: to the public, and when that is what they chose."""
    turns = [turn for turn in _TURNS(nodes=evened(nodes)) if reader is None or not turn.is_named]
    return _by_body(((node, turn) for turn in turns for node in (turn.baton.node_id, turn.branch)), reader)


def _unnamed(of: str) -> Instead:
    """Say who tried something with a baton by her organisation, where she chose so for her turn; ``of`` leads to what came of it."""
    turns: Question[Any] = Question(
        lambda nodes: (
            Hold.objects.filter(Q((f"{of}__in", nodes)), person__isnull=False, is_named=False)
            .select_related("organisation")
            .annotate(came=F(of))
        )
    )
    return lambda nodes, reader: _by_body(((turn.came, turn) for turn in turns(nodes=evened(nodes))), reader)


def _by_body(turns: Iterable[tuple[int | None, Hold]], reader: Person | None) -> dict[tuple[int, int], str]:
    """Give the organisations of turns by the thing and the holder; whoever reads of herself reads her name."""
    return {
        (node, turn.person_id): turn.organisation.name if turn.organisation else ""
        for node, turn in turns
        if node is not None and turn.person_id is not None and (reader is None or turn.person_id != reader.pk)
    }


shown(
    NodeKind.EXPERIMENT, Experiment.objects.visible_to, _experiment,
    Naming(instead=_unnamed("experiment__node")),
)  # fmt: skip
shown(NodeKind.OUTCOME, _receptions, _reception, Naming(instead=_unnamed("experiment__reception__node")))
shown(NodeKind.BATON, Baton.objects.visible_to, _baton, Naming(instead=_holders))
