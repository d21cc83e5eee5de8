"""Experiments with their lessons, whether they worked or not, and batons."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import today
from fiksummin.experiments import facts
from fiksummin.experiments.models import Baton, Experiment, Hold, Note, TeamMember
from fiksummin.experiments.queries import turns_open_to
from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.things import Hit, Piece, Shelf, Way, offer
from fiksummin.ui.addresses import address

SAID = (("title", 3), ("why", 1), ("lesson", 1), ("result", 0.8), ("expectation", 0.5), ("measure", 0.4), ("decision", 0.5), ("place", 0.4))  # fmt: skip
"""What is said of an experiment, and how much it counts."""


def _experiments(reader: Person | None) -> QuerySet[Experiment]:
    return Experiment.objects.visible_to(reader).prefetch_related(
        Prefetch("team", TeamMember.objects.select_related("person"))
    )


def _experiment_hit(row: Experiment, reader: Person | None) -> Hit:
    url = address("experiments:experiment", row.pk)
    again = f"{address('experiments:experiment_new')}?repeats={row.pk}"
    return Hit(
        title=row.title, url=url,
        state=row.get_works_display() if row.ended_at else str(row.state(today()).label),
        tone="good" if row.ended_at else "wait",
        text=row.why, lesson=row.lesson, at=row.ended_at or row.made_at,
        people=tuple(str(member.person) for member in row.team.all() if member.person),
        ways=(Way(_("Ask them"), f"{url}#ask", "users"), Way(_("Take the baton: try it yourself"), again)),
    )  # fmt: skip


def _of_note(fact: facts.ExperimentReworded) -> int | None:
    return Note.objects.filter(pk=fact.note).values_list("experiment", flat=True).first()


offer(
    Shelf(
        kind="experiment", name=gettext_lazy("Experiments"), rows=_experiments, hit=_experiment_hit,
        pieces=lambda row: [Piece(getattr(row, name), "", weight) for name, weight in SAID],
        whole=Experiment.objects.all,
        at=lambda row: row.ended_at or row.made_at,
        audience=lambda _row: Audience.MEMBERS,
        heard={
            facts.ExperimentStarted: lambda fact: fact.experiment,
            facts.ExperimentReworded: _of_note,
            facts.ExperimentEnded: lambda fact: fact.experiment,
        },
        is_tried=True,
        is_worded_once=True,
    )
)  # fmt: skip


def _batons(reader: Person | None) -> QuerySet[Baton]:
    """Give the batons, each with whether she may take it: offered to herself, or to her organisation."""
    rows = Baton.objects.visible_to(reader)
    if reader is None:
        return rows.annotate(is_offered=Value(value=False))
    turns = Hold.objects.standing().filter(baton=OuterRef("pk"), person=reader.pk, accepted_at=None)
    return rows.annotate(
        is_offered=Exists(turns) | Exists(turns_open_to(reader).filter(baton=OuterRef("pk")))
    )


def _baton_hit(row: Any, _reader: Person | None) -> Hit:
    url = address("experiments:baton", row.pk)
    ways = (Way(_("Take the baton"), url),) if row.is_offered else ()
    return Hit(title=row.title, url=url, text=row.text, at=row.launched_at, ways=ways)


def _baton_of_turn(fact: facts.BatonHanded) -> int | None:
    return Hold.objects.filter(pk=fact.hold).values_list("baton", flat=True).first()


offer(
    Shelf(
        kind="baton", name=gettext_lazy("Batons"), rows=_batons, hit=_baton_hit,
        pieces=lambda row: [Piece(row.title, "", 3), Piece(row.text, "")],
        whole=Baton.objects.all,
        at=lambda row: row.launched_at,
        audience=lambda _row: Audience.PUBLIC,
        heard={facts.BatonHanded: _baton_of_turn},
        is_tried=True,
        is_worded_once=True,
    )
)  # fmt: skip
