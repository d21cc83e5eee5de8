"""Why it cannot be told how the same went elsewhere."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from fiksummin.core.wording import bare, why_too_long
from fiksummin.experiments.choices import Repeats
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.models.experiment import LONGEST_TITLE
from fiksummin.experiments.queries.wishes import RepetitionWish
from fiksummin.experiments.rules.experiments import LONGEST_DAYS


def why_not_repetition(wish: RepetitionWish, day: date) -> tuple[str, str]:
    """Give the sentence about what is wrong with a repetition that is told, and its field; ("", "") when nothing is."""
    if wish.how not in Repeats.values:
        return _("Say whether it is done in the same way or adapted."), "how"
    if not wish.place.strip():
        return _("Write something here: a few words are enough."), "place"
    if refusal := why_too_long(wish.place.strip(), LONGEST_TITLE):
        return refusal, "place"
    if wish.began_on is not None and not 0 <= (day - wish.began_on).days <= LONGEST_DAYS:
        return _("Give a day within the last two years."), "began_on"
    return "", ""


def why_copied(experiment: Experiment, lesson: str) -> str:
    """Say that a lesson is what the experiment began with, or another's: of one that is repeated, or that repeats it."""
    said = bare(lesson)
    if said and said in map(
        bare, (experiment.title, experiment.why, experiment.expectation, experiment.measure)
    ):
        return _("This repeats what you began with. Say what was learnt.")
    first = experiment.first_id or experiment.pk
    family = Experiment.objects.filter(Q(pk=first) | Q(first=first)).exclude(pk=experiment.pk)
    if said and any(
        bare(told) == said for told in family.filter(ended_at__isnull=False).values_list("lesson", flat=True)
    ):
        return _("This is the lesson of another try word for word. Say what was learnt here.")
    return ""
