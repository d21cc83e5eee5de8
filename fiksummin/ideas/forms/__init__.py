"""What people write: ideas, answers, comments, campaigns."""

from fiksummin.ideas.forms.campaigns import CampaignForm
from fiksummin.ideas.forms.ideas import CommentForm, IdeaForm, ReasonForm, StepForm
from fiksummin.ideas.forms.merging import MergeAnswerForm, MergeForm, TitleForm, UndoingForm
from fiksummin.ideas.forms.weighing import BallotForm

__all__ = [
    "BallotForm",
    "CampaignForm",
    "CommentForm",
    "IdeaForm",
    "MergeAnswerForm",
    "MergeForm",
    "ReasonForm",
    "StepForm",
    "TitleForm",
    "UndoingForm",
]
