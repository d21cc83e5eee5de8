"""Pages of those who hold events."""

from . import rows
from .page import Page
from .states import sends, submits, then

LONG = 16_000
"""The page that plans an event asks for all of it: it may weigh a little more than others."""
WHEN = {"day": "2027-03-02", "start": "13:00", "end": "15:00"}

ORGANISING = [
    Page("planning an event", "/events/new/", "owner", queries=25, first_view=LONG),
    Page("planning an event", "/events/new/", "owner", "refused", sends(title="", **WHEN), 422, first_view=LONG),
    Page(
        "planning an event", "/events/new/", "owner", "looked",
        then(submits("button[name=usual]"), submits("p button[name=look]")), first_view=LONG,
    ),
    Page("changing an event", "/events/{draft_event}/change/", "owner", queries=31, first_view=LONG),
    Page(
        "changing an event", "/events/{open_event}/change/", "owner", "fewer places", sends(places="1"), 422,
        first_view=LONG,
    ),
    Page("publishing an event", "/events/{draft_event}/publication/", "owner", queries=15),
    Page("a draft again", "/events/{unvisited_event}/withdrawal/", "owner", queries=15),
    Page("holding an event online", "/events/{open_event}/online/", "owner", queries=19),
    Page("holding an event online", "/events/{open_event}/online/", "owner", "refused", sends(online_link=""), 422),
    Page("cancelling an event", "/events/{open_event}/cancellation/", "owner", queries=19),
    Page("cancelling an event", "/events/{open_event}/cancellation/", "owner", "refused", sends(reason=""), 422),
    Page("events that I run", "/events/mine/", "owner", queries=12, more=rows.parts_of_event),
    Page("events that I run", "/events/mine/", "outsider", "none", queries=8),
    Page("who holds an event", "/events/{open_event}/people/", "owner", queries=15, more=rows.parts_of_event),
    Page("who holds an event", "/events/{open_event}/people/", "owner", "refused", sends(organisers="ei.kukaan@vm.example"), 422),
    Page("speakers", "/events/{open_event}/speakers/", "owner", queries=16, more=rows.parts_of_event),
    Page("programme of an event", "/events/{open_event}/programme/", "owner", queries=15, more=rows.parts_of_event),
    Page("materials", "/events/{open_event}/materials/", "owner", queries=15, more=rows.parts_of_event),
    Page("questions", "/events/{open_event}/questions/", "owner", queries=16, more=rows.parts_of_event),
    Page(
        "questions", "/events/{open_event}/questions/", "owner", "refused",
        sends(**{"form-0-text": "Ruokavalio?", "form-0-sensitivity": "diet"}), 422,
    ),
    Page("quotas", "/events/{open_event}/quotas/", "owner", queries=17, more=rows.parts_of_event),
    Page("an event again", "/events/{open_event}/series/", "owner", queries=15),
    Page("an event again", "/events/{open_event}/series/", "owner", "dates shown", sends(count="3")),
    Page("new series", "/events/{draft_event}/series/new/", "owner", queries=16),
    Page("series changed", "/events/series/{event_series}/change/", "owner", queries=5),
    Page("series changed", "/events/series/{event_series}/change/", "owner", "refused", sends(name_fi=""), 422),
    Page("template of an event", "/events/{open_event}/template/", "owner", queries=15),
    Page("planning an event", "/events/new/?like={open_event}", "owner", "like another", queries=32, first_view=LONG),
    Page("lists of events", "/events/lists/", "owner", queries=7),
    Page("new kind", "/kinds/new/", "owner", queries=3),
    Page("kind", "/kinds/workshop/change/", "owner", queries=4),
    Page("questions of a kind", "/kinds/theme-lunch/questions/", "owner", queries=5),
    Page(
        "questions of a kind", "/kinds/theme-lunch/questions/", "owner", "refused",
        sends(**{"form-0-text_fi": "", "form-0-text_sv": "", "form-0-text_en": ""}), 422,
    ),
    Page("new theme", "/themes/new/", "owner", queries=3),
    Page("new season", "/seasons/new/", "owner", queries=3),
    Page("new season", "/seasons/new/", "owner", "refused", sends(name_fi=""), 422),
    Page("theme changed", "/themes/tyotavat/change/", "owner", queries=4),
    Page("season changed", "/seasons/talvi/change/", "owner", queries=4),
    Page("plan of a season", "/seasons/talvi/plan/", "owner", queries=9),
]  # fmt: skip
