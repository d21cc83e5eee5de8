"""Why a question cannot be asked or answered."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.experiments.models import Question, TeamMember
from fiksummin.experiments.models.experiment import LONGEST_WORDS
from fiksummin.people.models import Person


def why_not_ask(_person: Person, text: str) -> str:
    """Say why somebody cannot ask the team: whoever sees an experiment may, in words."""
    return _why_not_words(text)


def why_not_answer_question(question: Question, person: Person, answer: str) -> str:
    """Say why somebody cannot answer: one of the team does, once."""
    if not TeamMember.objects.filter(experiment=question.experiment_id, person=person).exists():
        return _("The question is answered by the team of the experiment.")
    if question.answered_at:
        return AsItStands(_("This has been answered already."))
    return _why_not_words(answer)


def _why_not_words(text: str) -> str:
    if not text.strip():
        return _("Write something first.")
    return why_too_long(text, LONGEST_WORDS)
