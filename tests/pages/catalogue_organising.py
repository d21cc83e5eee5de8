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
    Page("a draft again", "/events/{quiet_event}/withdrawal/", "owner"),
    Page("cancelling an event", "/events/{open_event}/cancellation/", "owner"),
    Page("cancelling an event", "/events/{open_event}/cancellation/", "owner", "refused", sends(reason=""), 422),
]  # fmt: skip
