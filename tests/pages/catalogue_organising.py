"""Pages of those who hold events."""

from .page import Page
from .states import sends, submits, then

LONG = 16_000
"""The page that plans an event asks for all of it: it may weigh a little more than others."""
WHEN = {"day": "2027-03-02", "start": "13:00", "end": "15:00"}

ORGANISING = [
    Page("planning an event", "/events/new/", "owner", first_view=LONG),
    Page("planning an event", "/events/new/", "owner", "refused", sends(title="", **WHEN), 422, first_view=LONG),
    Page(
        "planning an event", "/events/new/", "owner", "looked",
        then(submits("button[name=usual]"), submits("p button[name=look]")), first_view=LONG,
    ),
    Page("changing an event", "/events/{draft_event}/change/", "owner", first_view=LONG),
    Page(
        "changing an event", "/events/{open_event}/change/", "owner", "fewer places", sends(places="1"), 422,
        first_view=LONG,
    ),
    Page("publishing an event", "/events/{draft_event}/publication/", "owner"),
    Page("a draft again", "/events/{unvisited_event}/withdrawal/", "owner"),
    Page("cancelling an event", "/events/{open_event}/cancellation/", "owner"),
    Page("cancelling an event", "/events/{open_event}/cancellation/", "owner", "refused", sends(reason=""), 422),
    Page("events that I run", "/events/mine/", "owner"),
    Page("events that I run", "/events/mine/", "outsider", "none"),
    Page("who holds an event", "/events/{open_event}/people/", "owner"),
    Page("who holds an event", "/events/{open_event}/people/", "owner", "refused", sends(organisers="ei.kukaan@vm.example"), 422),
    Page("speakers", "/events/{open_event}/speakers/", "owner"),
    Page("programme of an event", "/events/{open_event}/programme/", "owner"),
    Page("materials", "/events/{open_event}/materials/", "owner"),
    Page("questions", "/events/{open_event}/questions/", "owner"),
    Page(
        "questions", "/events/{open_event}/questions/", "owner", "refused",
        sends(**{"form-0-text": "Ruokavalio?", "form-0-sensitivity": "diet"}), 422,
    ),
    Page("quotas", "/events/{open_event}/quotas/", "owner"),
    Page("an event again", "/events/{open_event}/series/", "owner"),
    Page("an event again", "/events/{open_event}/series/", "owner", "dates shown", sends(count="3")),
    Page("template of an event", "/events/{open_event}/template/", "owner"),
    Page("planning an event", "/events/new/?like={open_event}", "owner", "like another", first_view=LONG),
    Page("lists of events", "/events/lists/", "owner"),
    Page("new kind", "/kinds/new/", "owner"),
    Page("kind", "/kinds/workshop/change/", "owner"),
    Page("new theme", "/themes/new/", "owner"),
    Page("new season", "/seasons/new/", "owner"),
    Page("new season", "/seasons/new/", "owner", "refused", sends(name_fi=""), 422),
    Page("events that I run", "/events/mine/", "owner"),
    Page("events that I run", "/events/mine/", "outsider", "none"),
    Page("who holds an event", "/events/{open_event}/people/", "owner"),
    Page("who holds an event", "/events/{open_event}/people/", "owner", "refused", sends(organisers="ei.kukaan@vm.example"), 422),
    Page("speakers", "/events/{open_event}/speakers/", "owner"),
    Page("programme of an event", "/events/{open_event}/programme/", "owner"),
    Page("materials", "/events/{open_event}/materials/", "owner"),
    Page("questions", "/events/{open_event}/questions/", "owner"),
    Page(
        "questions", "/events/{open_event}/questions/", "owner", "refused",
        sends(**{"form-0-text": "Ruokavalio?", "form-0-sensitivity": "diet"}), 422,
    ),
    Page("quotas", "/events/{open_event}/quotas/", "owner"),
    Page("an event again", "/events/{open_event}/series/", "owner"),
    Page("an event again", "/events/{open_event}/series/", "owner", "dates shown", sends(count="3")),
    Page("template of an event", "/events/{open_event}/template/", "owner"),
    Page("planning an event", "/events/new/?like={open_event}", "owner", "like another", first_view=LONG),
    Page("lists of events", "/events/lists/", "owner"),
    Page("new kind", "/kinds/new/", "owner"),
    Page("kind", "/kinds/workshop/change/", "owner"),
    Page("new theme", "/themes/new/", "owner"),
    Page("theme changed", "/themes/tyotavat/change/", "owner"),
    Page("new season", "/seasons/new/", "owner"),
    Page("season changed", "/seasons/talvi/change/", "owner"),
    Page("plan of a season", "/seasons/talvi/plan/", "owner"),
    Page("new season", "/seasons/new/", "owner", "refused", sends(name_fi=""), 422),
]  # fmt: skip
