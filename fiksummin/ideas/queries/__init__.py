"""Reads of the room of ideas."""

from fiksummin.ideas.queries.answering import Curve, answerer_by, answering, has_come_to_hosts
from fiksummin.ideas.queries.authors import (
    author_invitation_by,
    author_token,
    authors_of,
    invitations_to,
    is_author,
    sent_by,
)
from fiksummin.ideas.queries.board import (
    board,
    campaign_for,
    campaigns_for,
    campaigns_run_by,
    ideas_for,
    known_support,
    supporters,
    supporters_of,
    whole_idea,
)
from fiksummin.ideas.queries.born import Born, birthplace, birthplaces, born_of, launched_at
from fiksummin.ideas.queries.lines import Board, Line, bodies_of
from fiksummin.ideas.queries.merging import (
    asked_of,
    joinable,
    joinable_by_title,
    merge_of,
    standing_merge,
    taken_in,
)
from fiksummin.ideas.queries.ranking import Ranked, rank
from fiksummin.ideas.queries.recount import recount_of
from fiksummin.ideas.queries.reporting import reported, reported_comments, reports_by, reports_of
from fiksummin.ideas.queries.seen import seen_campaign, seen_idea
from fiksummin.ideas.queries.talk import Moderated, Said, comments_for, hidings_of, moderated, threads
from fiksummin.ideas.queries.weighing import ideas_of, next_turns, record_of, result_of, votes_of
from fiksummin.ideas.queries.wishes import CampaignWish, Finding, IdeaWish, StepWish

__all__ = [
    "Board",
    "Born",
    "CampaignWish",
    "Curve",
    "Finding",
    "IdeaWish",
    "Line",
    "Moderated",
    "Ranked",
    "Said",
    "StepWish",
    "answerer_by",
    "answering",
    "asked_of",
    "author_invitation_by",
    "author_token",
    "authors_of",
    "birthplace",
    "birthplaces",
    "board",
    "bodies_of",
    "born_of",
    "campaign_for",
    "campaigns_for",
    "campaigns_run_by",
    "comments_for",
    "has_come_to_hosts",
    "hidings_of",
    "ideas_for",
    "ideas_of",
    "invitations_to",
    "is_author",
    "joinable",
    "joinable_by_title",
    "known_support",
    "launched_at",
    "merge_of",
    "moderated",
    "next_turns",
    "rank",
    "record_of",
    "recount_of",
    "reported",
    "reported_comments",
    "reports_by",
    "reports_of",
    "result_of",
    "seen_campaign",
    "seen_idea",
    "sent_by",
    "standing_merge",
    "supporters",
    "supporters_of",
    "taken_in",
    "threads",
    "votes_of",
    "whole_idea",
]
