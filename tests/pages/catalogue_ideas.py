"""Pages of campaigns and ideas, and of their trail."""

from . import rows
from .page import Page
from .states import sends

PAGES = [
    Page("campaigns", "/campaigns/", "", queries=3, more=rows.campaigns),
    Page("campaigns", "/campaigns/", "facilitator", "signed in", queries=6, more=rows.campaigns),
    Page("campaign", "/campaigns/{campaign}/", "", queries=6, more=rows.ideas),
    Page("campaign", "/campaigns/{new_campaign}/", "facilitator", "empty"),
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
    Page("trail", "/trail/idea/{answered_idea}/", "", queries=9),
    Page("what came of my part", "/trail/", "member"),
    Page("what came of my part", "/trail/", "editor", "empty"),
]
