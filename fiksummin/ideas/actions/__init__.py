"""The only writers of campaigns and ideas."""

from fiksummin.ideas.actions.campaigns import change_campaign, launch_campaign
from fiksummin.ideas.actions.ideas import move_idea, propose_idea, reword_idea, try_idea, withdraw_idea
from fiksummin.ideas.actions.merging import agree_to_merge, ask_to_merge, refuse_merge, undo_merge
from fiksummin.ideas.actions.opinions import comment_on_idea
from fiksummin.ideas.actions.weighing import cast_ballot, show_next, support_idea, take_support_back

__all__ = [
    "agree_to_merge",
    "ask_to_merge",
    "cast_ballot",
    "change_campaign",
    "comment_on_idea",
    "launch_campaign",
    "move_idea",
    "propose_idea",
    "refuse_merge",
    "reword_idea",
    "show_next",
    "support_idea",
    "take_support_back",
    "try_idea",
    "undo_merge",
    "withdraw_idea",
]
