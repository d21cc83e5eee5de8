"""Reads of the room of ideas."""

from fiksummin.ideas.queries.board import (
    board,
    campaigns_for,
    campaigns_run_by,
    ideas_for,
    late_ones,
    standing_merge,
    supporters,
    supporters_of,
    taken_in,
    whole_idea,
)
from fiksummin.ideas.queries.wishes import CampaignWish, IdeaWish, StepWish

__all__ = [
    "CampaignWish",
    "IdeaWish",
    "StepWish",
    "board",
    "campaigns_for",
    "campaigns_run_by",
    "ideas_for",
    "late_ones",
    "standing_merge",
    "supporters",
    "supporters_of",
    "taken_in",
    "whole_idea",
]
