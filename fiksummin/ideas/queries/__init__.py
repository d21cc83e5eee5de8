"""Reads of the room of ideas."""

from fiksummin.ideas.queries.board import (
    board,
    campaigns_for,
    campaigns_run_by,
    ideas_for,
    late_ones,
    supporters,
    supporters_of,
    whole_idea,
)
from fiksummin.ideas.queries.merging import (
    asked_of,
    joinable,
    joinable_by_title,
    merge_of,
    standing_merge,
    taken_in,
)
from fiksummin.ideas.queries.wishes import CampaignWish, IdeaWish, StepWish

__all__ = [
    "CampaignWish",
    "IdeaWish",
    "StepWish",
    "asked_of",
    "board",
    "campaigns_for",
    "campaigns_run_by",
    "ideas_for",
    "joinable",
    "joinable_by_title",
    "late_ones",
    "merge_of",
    "standing_merge",
    "supporters",
    "supporters_of",
    "taken_in",
    "whole_idea",
]
