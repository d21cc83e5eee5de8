"""The door of an event, and those who take part."""

from . import rows
from .page import Page
from .states import sends

TODAY = "/events/{door_event}/"

PAGES = [
    Page("door of an event", f"{TODAY}door/", "owner", queries=9, more=rows.participants),
    Page("door of an event", TODAY + "door/?q={door_code}", "owner", "code"),
    Page("door of an event", TODAY + "door/?q={code_elsewhere}", "owner", "code of another"),
    Page("door of an event", f"{TODAY}door/?q=nobody", "owner", "nobody found"),
    Page("door of an event", "/events/{draft_event}/door/", "owner", "empty"),
    Page("unannounced", f"{TODAY}door/walk-in/", "owner", queries=6),
    Page(
        "unannounced",
        f"{TODAY}door/walk-in/",
        "owner",
        "same name",
        sends(name="Kumppani"),
        409,
    ),
]
