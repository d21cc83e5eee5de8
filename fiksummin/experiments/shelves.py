"""How experiments, lessons received and batons are shown on the trail."""

from collections.abc import Sequence

from django.db.models import QuerySet

from fiksummin.core.db.questions import Question, evened
from fiksummin.experiments.models import Baton, Experiment, Hold, Reception
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, Naming, shown
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


_TURNS = Question(
    lambda nodes: Hold.objects.filter(baton__node__in=nodes, person__isnull=False).select_related(
        "baton", "organisation"
    )
)


def _holders(nodes: Sequence[int], reader: Person | None) -> dict[tuple[int, int], str]:
    """Say holders by their organisation: to the public, and when that is what they chose."""
    return {
        (turn.baton.node_id, turn.person_id): turn.organisation.name if turn.organisation else ""
        for turn in _TURNS(nodes=evened(nodes))
        if turn.person_id is not None
        and (reader is None or not (turn.is_named or turn.person_id == reader.pk))
    }


_UNNAMED_TRIES = Question(
    lambda nodes: Hold.objects.filter(
        experiment__node__in=nodes, person__isnull=False, is_named=False
    ).select_related("experiment", "organisation")
)


def _unnamed(nodes: Sequence[int], reader: Person | None) -> dict[tuple[int, int], str]:
    """Say who tried something with a baton by her organisation, where she chose so for her turn."""
    return {
        (turn.experiment.node_id, turn.person_id): turn.organisation.name if turn.organisation else ""
        for turn in _UNNAMED_TRIES(nodes=evened(nodes))
        if turn.experiment is not None
        and turn.person_id is not None
        and (reader is None or turn.person_id != reader.pk)
    }


shown(NodeKind.EXPERIMENT, Experiment.objects.visible_to, _experiment, Naming(instead=_unnamed))
shown(NodeKind.OUTCOME, _receptions, _reception)
shown(NodeKind.BATON, Baton.objects.visible_to, _baton, Naming(instead=_holders))
