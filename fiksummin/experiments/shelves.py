"""How experiments, lessons received and batons are shown on the trail."""

from django.db.models import QuerySet

from fiksummin.experiments.models import Baton, Experiment, Reception
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, shown
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


shown(NodeKind.EXPERIMENT, Experiment.objects.visible_to, _experiment)
shown(NodeKind.OUTCOME, _receptions, _reception)
shown(NodeKind.BATON, Baton.objects.visible_to, _baton)
