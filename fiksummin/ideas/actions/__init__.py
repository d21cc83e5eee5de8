"""The only writers of campaigns and ideas."""

from fiksummin.ideas.actions.attachments import attach_to_idea, detach_from_idea
from fiksummin.ideas.actions.authors import (
    decline_authors,
    invite_authors,
    join_authors,
    leave_authors,
    uninvite_author,
)
from fiksummin.ideas.actions.campaigns import (
    begin_phases,
    change_campaign,
    hand_over_campaigns,
    launch_campaign,
)
from fiksummin.ideas.actions.entrusting import entrust_idea
from fiksummin.ideas.actions.ideas import (
    move_idea,
    prolong_trial,
    propose_idea,
    reword_idea,
    try_idea,
    withdraw_idea,
)
from fiksummin.ideas.actions.look import set_look
from fiksummin.ideas.actions.merging import (
    agree_to_merge,
    ask_to_merge,
    refuse_merge,
    undo_merge,
    withdraw_merge,
)
from fiksummin.ideas.actions.moderation import appeal_hiding, hide_comment, restore_comment, rule_on_hiding
from fiksummin.ideas.actions.opinions import comment_on_idea, reword_comment, take_comment_back
from fiksummin.ideas.actions.reporting import leave_comment, report_comment
from fiksummin.ideas.actions.weighing import cast_ballot, show_next, support_idea, take_support_back

__all__ = [
    "agree_to_merge",
    "appeal_hiding",
    "ask_to_merge",
    "attach_to_idea",
    "begin_phases",
    "cast_ballot",
    "change_campaign",
    "comment_on_idea",
    "decline_authors",
    "detach_from_idea",
    "entrust_idea",
    "hand_over_campaigns",
    "hide_comment",
    "invite_authors",
    "join_authors",
    "launch_campaign",
    "leave_authors",
    "leave_comment",
    "move_idea",
    "prolong_trial",
    "propose_idea",
    "refuse_merge",
    "report_comment",
    "restore_comment",
    "reword_comment",
    "reword_idea",
    "rule_on_hiding",
    "set_look",
    "show_next",
    "support_idea",
    "take_comment_back",
    "take_support_back",
    "try_idea",
    "undo_merge",
    "uninvite_author",
    "withdraw_idea",
    "withdraw_merge",
]
