"""Finding events: lists, calendars, themes, feeds."""

from . import rows
from .page import Page

PAGES = [
    Page("events", "/events/", "", queries=7, more=rows.events),
    Page("events", "/events/", "member", "signed in", queries=11, more=rows.events),
    Page("events", "/events/?q=digiaikaan&kind=workshop&free=on", "", "found", queries=7),
    Page("events", "/events/?q=olematon", "", "nothing found", queries=4),
    Page("events", "/events/?kind=olematon", "", "refused", status=422),
    Page("month of events", "/events/months/{event_month}/", "", queries=4, more=rows.events),
    Page("week of events", "/events/weeks/{event_week}/", "", queries=6, more=rows.events),
    Page("past events", "/events/years/2026/", "", queries=4),
    Page("poster", "/events/{open_event}/poster/", "", queries=12),
    Page("themes", "/themes/", "", queries=2),
    Page("event series", "/events/series/{event_series}/", "", queries=8, more=rows.themed),
    Page(
        "event series", "/events/series/{event_series}/", "owner", "signed in", queries=12, more=rows.themed
    ),
    Page("theme", "/themes/tyotavat/", "", queries=6, more=rows.themed),
    Page("season", "/seasons/talvi/", "", queries=6, more=rows.themed),
    Page("season", "/seasons/talvi/", "member", "with its plan", queries=12, more=rows.themed),
    Page("feeds of events", "/events/feeds/", "", queries=3),
    Page("feeds of events", "/events/feeds/", "member", "signed in", queries=6),
]
