"""What people write: ideas, answers, comments, campaigns."""

from fiksummin.ideas.forms.campaigns import CampaignForm
from fiksummin.ideas.forms.ideas import CommentForm, IdeaForm, ReasonForm, StepForm

__all__ = ["CampaignForm", "CommentForm", "IdeaForm", "ReasonForm", "StepForm"]
