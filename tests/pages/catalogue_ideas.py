"""Pages of campaigns and ideas, and of their trail."""

from . import rows
from .page import Page
from .states import sends, submits

PAGES = [
    Page("campaigns", "/campaigns/", "", queries=3, more=rows.campaigns),
    Page("campaigns", "/campaigns/", "facilitator", "signed in", queries=6, more=rows.campaigns),
    Page("campaign", "/campaigns/{campaign}/", "", queries=6, more=rows.ideas),
    Page("campaign", "/campaigns/{new_campaign}/", "facilitator", "empty"),
    Page(
        "ballot",
        "/campaigns/{support_campaign}/ballot/",
        "member",
        "of support",
        queries=7,
        more=rows.weighed_ideas,
    ),
    Page("ballot", "/campaigns/{approve_campaign}/ballot/", "member", "of approvals"),
    Page(
        "ballot",
        "/campaigns/{scale_campaign}/ballot/",
        "member",
        "of grades",
        queries=7,
        more=rows.weighed_ideas,
    ),
    Page("ballot", "/campaigns/{scale_campaign}/ballot/", "member", "voted", submits("[name=more]")),
    Page("ballot", "/campaigns/{new_campaign}/ballot/", "member", "empty"),
    Page("result", "/campaigns/{weighed_campaign}/result/", "", queries=7, more=rows.weighed_ideas),
    Page("result", "/campaigns/{campaign}/result/", "", "not yet"),
    Page("answers", "/campaigns/{weighed_campaign}/answers/", "", queries=3, more=rows.weighed_ideas),
    Page("answers", "/campaigns/{campaign}/answers/", "", "too few"),
    Page("answers of all", "/ideas/answers/", "", queries=1, more=rows.ideas),
    Page("new campaign", "/campaigns/new/", "facilitator"),
    Page("new campaign", "/campaigns/new/", "facilitator", "refused", sends(title_fi=""), 422),
    Page("change of a campaign", "/campaigns/{campaign}/change/", "facilitator"),
    Page("new idea", "/campaigns/{campaign}/ideas/new/", "member"),
    Page("new idea", "/campaigns/{campaign}/ideas/new/", "member", "refused", sends(title=""), 422),
    Page("idea", "/ideas/{idea}/", "", queries=10, more=rows.ideas),
    Page("idea", "/ideas/{idea}/", "facilitator", "to answer"),
    Page("idea", "/ideas/{answered_idea}/", "member", "answered"),
    Page("rewording an idea", "/ideas/{idea}/change/", "member"),
    Page("answering an idea", "/ideas/{idea}/step/", "facilitator"),
    Page("answering an idea", "/ideas/{idea}/step/", "facilitator", "refused", sends(state="declined"), 422),
    Page("withdrawing an idea", "/ideas/{idea}/withdrawal/", "member"),
    Page("joining an idea", "/ideas/{idea}/merge/", "member", queries=14, more=rows.ideas),
    Page("joining an idea", "/ideas/{idea}/merge/?q=ei+sellaista", "member", "nothing found"),
    Page("joining an idea", "/ideas/{taking_idea}/merge/", "member", "refused", sends(reason="no"), 422),
    Page("answer to joining", "/ideas/{wanted_idea}/merge/answer/", "member"),
    Page(
        "answer to joining", "/ideas/{wanted_idea}/merge/answer/", "member", "refused", sends(words=""), 422
    ),
    Page("undoing a joining", "/ideas/{joined_idea}/merge/undoing/", "member"),
    Page("idea", "/ideas/{joined_idea}/", "member", "joined to another"),
    Page("idea", "/ideas/{wanted_idea}/", "member", "asked to be joined"),
    Page("idea", "/ideas/{taking_idea}/", "member", "took another in"),
    Page("trail", "/trail/idea/{answered_idea}/", "", queries=9),
    Page("what came of my part", "/trail/", "member"),
    Page("what came of my part", "/trail/", "editor", "empty"),
]
