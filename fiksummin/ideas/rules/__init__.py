"""Why something cannot be done with campaigns and ideas: "" or the sentence that a person reads."""

from fiksummin.ideas.rules.attachments import why_not_attach, why_not_detach
from fiksummin.ideas.rules.authors import (
    why_not_invite,
    why_not_respond,
    why_not_stop_writing,
    why_not_write_along,
)
from fiksummin.ideas.rules.campaigns import why_not_campaign, why_not_launch, why_not_own, why_not_run
from fiksummin.ideas.rules.ideas import (
    why_copied,
    why_not_answer,
    why_not_comment,
    why_not_idea,
    why_not_move,
    why_not_propose,
    why_not_reason,
    why_not_reword,
    why_not_step,
    why_not_there,
    why_not_withdraw,
)
from fiksummin.ideas.rules.merging import (
    why_not_agree,
    why_not_ask,
    why_not_ask_merge,
    why_not_join,
    why_not_undo_merge,
    why_not_words,
)
from fiksummin.ideas.rules.moderation import (
    why_not_appeal,
    why_not_hide,
    why_not_moderate,
    why_not_moderating_words,
    why_not_restore,
    why_not_rule,
)
from fiksummin.ideas.rules.reporting import why_not_leave, why_not_report
from fiksummin.ideas.rules.weighing import (
    why_not_ballot,
    why_not_more,
    why_not_recount,
    why_not_see_result,
    why_not_support,
    why_not_take_back,
    why_not_weigh,
)

__all__ = [
    "why_copied",
    "why_not_agree",
    "why_not_answer",
    "why_not_appeal",
    "why_not_ask",
    "why_not_ask_merge",
    "why_not_attach",
    "why_not_ballot",
    "why_not_campaign",
    "why_not_comment",
    "why_not_detach",
    "why_not_hide",
    "why_not_idea",
    "why_not_invite",
    "why_not_join",
    "why_not_launch",
    "why_not_leave",
    "why_not_moderate",
    "why_not_moderating_words",
    "why_not_more",
    "why_not_move",
    "why_not_own",
    "why_not_propose",
    "why_not_reason",
    "why_not_recount",
    "why_not_report",
    "why_not_respond",
    "why_not_restore",
    "why_not_reword",
    "why_not_rule",
    "why_not_run",
    "why_not_see_result",
    "why_not_step",
    "why_not_stop_writing",
    "why_not_support",
    "why_not_take_back",
    "why_not_there",
    "why_not_undo_merge",
    "why_not_weigh",
    "why_not_withdraw",
    "why_not_words",
    "why_not_write_along",
]
