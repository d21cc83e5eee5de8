"""Experiments as a table: what stands in its first line, and a line for each."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from fiksummin.core.time import today
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.models.experiment import ExperimentQuerySet

AT_ONCE = 200
"""Experiments that are read at a time."""


def headings() -> list[str]:
    """Head the columns in the active language."""
    return [
        _("Number"), _("Title"), _("Why it is tried"), _("What is expected"), _("How it is measured"), _("Where"),
        _("Organisation"), _("Perspectives"), _("Euros"), _("Who carries it out"), _("Begins"), _("Ends"),
        _("State"), _("Does it work?"), _("What happened"), _("Lesson"), _("Decision"), _("Repeats number"), _("Page"),
    ]  # fmt: skip


def lines(rows: ExperimentQuerySet, day: date) -> Iterator[list[object]]:
    """Give a line for each experiment, in their order; two queries for each two hundred."""
    for row in rows.prefetch_related("team__person").iterator(chunk_size=AT_ONCE):
        yield _line(row, day)


def _line(row: Experiment, day: date) -> list[object]:
    return [
        row.pk, row.title, row.why, row.expectation, row.measure, row.place, row.organisation or "",
        ", ".join(row.perspective_words), row.euros,
        ", ".join(str(member.person) for member in row.team.all() if member.person),
        row.starts_on, today(at=row.ended_at) if row.ended_at else row.ends_on, row.state(day).label,
        row.get_works_display(), row.result, row.lesson, row.decision, row.repeats_id or "",
        settings.BASE_URL + reverse("experiments:experiment", args=[row.pk]),
    ]  # fmt: skip
