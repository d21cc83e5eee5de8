"""What people write about experiments and batons."""

from fiksummin.experiments.forms.batons import BatonForm, HandOverForm, ThrowManyForm
from fiksummin.experiments.forms.experiments import (
    AnswerForm,
    CorrectionForm,
    EndingForm,
    ExperimentForm,
    LastDayForm,
    LessonReceiverForm,
    NoteForm,
    QuestionForm,
    ReplyForm,
)
from fiksummin.experiments.forms.finding import FindingForm
from fiksummin.experiments.forms.repeating import RepetitionForm
from fiksummin.experiments.forms.team import TeamForm

__all__ = [
    "AnswerForm",
    "BatonForm",
    "CorrectionForm",
    "EndingForm",
    "ExperimentForm",
    "FindingForm",
    "HandOverForm",
    "LastDayForm",
    "LessonReceiverForm",
    "NoteForm",
    "QuestionForm",
    "RepetitionForm",
    "ReplyForm",
    "TeamForm",
    "ThrowManyForm",
]
