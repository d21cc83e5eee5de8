"""Pages of communities."""

from . import rows
from .catalogue_organising import LONG
from .page import Page
from .states import sends

PAGES = [
    Page("communities", "/circles/", "member", "mine first", queries=6, more=rows.circles),
    Page("communities", "/circles/", "guest", "for members"),
    Page("communities", "/circles/?q=kokous", "outsider", "looked for", queries=4, more=rows.circles),
    Page("communities", "/circles/?q=puuttuva", "outsider", "nothing found"),
    Page("communities that have ended", "/circles/?ended=1", "member", queries=5, more=rows.circles),
    Page("new community", "/circles/new/", "member"),
    Page("new community", "/circles/new/", "member", "refused", sends(name=""), 422),
    Page("community", "/circles/{closed_circle}/", "member", "kept", queries=14, more=rows.circle_people),
    Page("community", "/circles/{closed_circle}/", "colleague", "mine", queries=13, more=rows.circle_people),
    Page("community", "/circles/{closed_circle}/", "editor", "closed", queries=15, more=rows.circle_people),
    Page("community", "/circles/{closed_circle}/", "outsider", "asked"),
    Page("community", "/circles/{closed_circle}/", "facilitator", "invited"),
    Page("community", "/circles/{open_circle}/", "member", "open"),
    Page("community", "/circles/{ended_circle}/", "colleague", "ended"),
    Page("community", "/circles/{closed_circle}/", "member", "refused", sends(person="nobody"), 422),
    Page("changing a community", "/circles/{closed_circle}/change/", "member"),
    Page("changing a community", "/circles/{closed_circle}/change/", "member", "refused", sends(purpose=""), 422),
    Page("ending a community", "/circles/{closed_circle}/ending/", "member"),
    Page("ending a community", "/circles/{closed_circle}/ending/", "member", "refused", sends(reason="ei"), 422),
    Page("requests", "/circles/{closed_circle}/requests/", "member", queries=7, more=rows.circle_people),
    Page("request", "/circles/{closed_circle}/requests/{circle_request}/", "member"),
    Page(
        "request", "/circles/{closed_circle}/requests/{circle_request}/", "member", "declined without a word",
        sends(words=""), 422,
    ),
    Page("events of a community", "/circles/{closed_circle}/events/", "member", queries=9, more=rows.circle_people),
    Page("planning an event", "/events/new/?circle={closed_circle}", "member", "for a community", first_view=LONG),
]  # fmt: skip
