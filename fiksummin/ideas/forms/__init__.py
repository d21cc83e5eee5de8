"""What people write: ideas, answers, comments, campaigns."""

from fiksummin.ideas.forms.attachments import AttachmentForm
from fiksummin.ideas.forms.authors import AuthorsForm
from fiksummin.ideas.forms.campaigns import CampaignForm
from fiksummin.ideas.forms.finding import FindingForm
from fiksummin.ideas.forms.ideas import (
    CommentForm,
    CommentWordsForm,
    EntrustingForm,
    IdeaForm,
    ReasonForm,
    StepForm,
)
from fiksummin.ideas.forms.look import LookForm
from fiksummin.ideas.forms.merging import MergeAnswerForm, MergeForm, TitleForm, UndoingForm
from fiksummin.ideas.forms.moderation import AppealForm, HidingForm, LeavingForm, ReportForm, RulingForm
from fiksummin.ideas.forms.weighing import BallotForm, seen_in

__all__ = [
    "AppealForm",
    "AttachmentForm",
    "AuthorsForm",
    "BallotForm",
    "CampaignForm",
    "CommentForm",
    "CommentWordsForm",
    "EntrustingForm",
    "FindingForm",
    "HidingForm",
    "IdeaForm",
    "LeavingForm",
    "LookForm",
    "MergeAnswerForm",
    "MergeForm",
    "ReasonForm",
    "ReportForm",
    "RulingForm",
    "StepForm",
    "TitleForm",
    "UndoingForm",
    "seen_in",
]
