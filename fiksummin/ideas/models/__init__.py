"""Campaigns, ideas, their history, and what people say and want of them."""

from fiksummin.ideas.models.authors import AuthorInvitation
from fiksummin.ideas.models.campaign import Campaign, CampaignPicture, Phase, PhaseBegun
from fiksummin.ideas.models.idea import Author, Idea, IdeaStep, Merge
from fiksummin.ideas.models.moderation import Hiding
from fiksummin.ideas.models.opinions import Attachment, Comment, Support, Turn
from fiksummin.ideas.models.reporting import CommentReport

__all__ = [
    "Attachment",
    "Author",
    "AuthorInvitation",
    "Campaign",
    "CampaignPicture",
    "Comment",
    "CommentReport",
    "Hiding",
    "Idea",
    "IdeaStep",
    "Merge",
    "Phase",
    "PhaseBegun",
    "Support",
    "Turn",
]
