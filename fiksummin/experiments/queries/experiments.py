"""Experiments as they are read, and how often one was tried."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.experiments.choices import GivenTo, Works
from fiksummin.experiments.models import Attachment, Experiment, Note, Reception, Wording
from fiksummin.experiments.models.experiment import ExperimentQuerySet
from fiksummin.ideas.models import Idea
from fiksummin.ideas.queries import taken_in
from fiksummin.people.models import Person


@dataclass(frozen=True)
class Tried:
    """How often something was tried, in how many agencies, how many of the tries have ended, and in how many agencies it worked.

    Tried twice by one agency is twice, and one agency; it worked there when it did at least once.
    """

    times: int
    agencies: int
    ended: int
    worked: int

    def words(self) -> str:
        """Say it in a sentence."""
        times = ngettext("Tried %(times)d time", "Tried %(times)d times", self.times) % {"times": self.times}
        agencies = ngettext("in %(count)d agency", "in %(count)d agencies", self.agencies) % {
            "count": self.agencies
        }
        if not self.ended:
            return f"{times} {agencies}."
        worked = _("worked in %(worked)d") % {"worked": self.worked}
        going = self.times - self.ended
        more = ngettext("%(count)d goes on", "%(count)d go on", going) % {"count": going} if going else ""
        return f"{times} {agencies}, {worked}{'; ' * bool(more)}{more}."


def experiments_for(reader: Person | None) -> ExperimentQuerySet:
    """Give the experiments that a reader may see, with what a line about one says."""
    rows = Experiment.objects.visible_to(reader).select_related("node__owner", "organisation")
    return rows.order_by("-made_at", "-pk")


def whole_experiment(reader: Person | None) -> ExperimentQuerySet:
    """Give experiments with all that a page about one says: of an idea or another experiment what the reader may see.

    An idea that is not hers to see is not there for her; its number alone is.
    """
    others = Experiment.objects.visible_to(reader).select_related("organisation")
    rows = experiments_for(reader).select_related(
        "reception__person", "reception__organisation", "reception__node"
    )
    return rows.prefetch_related(
        Prefetch("idea", Idea.objects.visible_to(reader)),
        Prefetch("repeats", others),
        Prefetch("repeated", others),
        "team__person__organisation",
        Prefetch("notes", Note.objects.select_related("person", "before")),
        "notes__attachments",
        "questions__person",
        "questions__answered_by",
    )


def trials(idea: Idea, reader: Person | None) -> ExperimentQuerySet:
    """Give the experiments that try out an idea, or one that was joined to it, as far as the reader may see them, the newest first."""
    return experiments_for(reader).filter(idea__in=taken_in(idea))


def attached_to(experiment: Experiment) -> QuerySet[Attachment]:
    """Give what is attached to the log of an experiment."""
    return Attachment.objects.filter(note__experiment=experiment)


def log_of(experiment: Experiment) -> QuerySet[Note]:
    """Give the log of an experiment with who wrote it and what was said until then, in its order."""
    return Note.objects.filter(experiment=experiment).select_related("person", "before")


def reworded(experiment: Experiment) -> int:
    """Say how often the words of an experiment were changed."""
    return Wording.objects.filter(note__experiment=experiment).count()


def receptions_of(person: Person) -> QuerySet[Reception]:
    """Give the lessons that somebody, or her organisation while nobody has taken them up, was to receive."""
    hers = Q(person=person)
    if person.organisation_id is not None and not person.is_guest:
        hers |= Q(given_to=GivenTo.UNIT, organisation=person.organisation_id, taken_at=None, answered_at=None)
    return Reception.objects.filter(hers)


def lessons_open_to(person: Person) -> QuerySet[Reception]:
    """Give the lessons that were left to her organisation and that nobody has taken up."""
    if person.organisation_id is None or person.is_guest:
        return Reception.objects.none()
    rows = Reception.objects.filter(
        given_to=GivenTo.UNIT, organisation=person.organisation_id, taken_at=None, answered_at=None
    )
    return rows.select_related("experiment").order_by("node__due_on", "pk")


def tried(experiment: Experiment) -> Tried:
    """Count an experiment with all that repeat it or that it repeats; one query."""
    return tried_each([experiment])[experiment.pk]


def tried_each(experiments: Collection[Experiment]) -> dict[int, Tried]:
    """Count each experiment with all that repeat it or that it repeats, by its number; one query for any number."""
    firsts = {one.pk: one.first_id or one.pk for one in experiments}
    families: dict[int, list[_Try]] = defaultdict(list)
    family = Q(pk__in=firsts.values()) | Q(first__in=firsts.values())
    tries = Experiment.objects.filter(family).order_by().values_list(*_Try._fields, named=True)
    for one in tries:
        families[one.first or one.pk].append(_Try(*one))
    return {number: _counted(families[first]) for number, first in firsts.items()}


def _counted(family: list["_Try"]) -> Tried:
    return Tried(
        times=len(family),
        agencies=len({one.organisation for one in family} - {None}),
        ended=sum(one.ended_at is not None for one in family),
        worked=len({one.organisation for one in family if one.works == Works.YES} - {None}),
    )


class _Try(NamedTuple):
    pk: int
    first: int | None
    organisation: int | None
    works: str
    ended_at: datetime | None
