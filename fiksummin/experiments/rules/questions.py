"""Why a question to a team cannot be answered; whoever sees an experiment may ask."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.experiments.models import Question
from fiksummin.experiments.queries.team import in_team
from fiksummin.people.models import Person


def why_not_answer_question(question: Question, person: Person) -> str:
    """Say why somebody cannot answer: one of the team does, once."""
    if not in_team(question.experiment, person):
        return _("The question is answered by the team of the experiment.")
    return AsItStands(_("This has been answered already.")) if question.answered_at else ""
