"""The door of an event, and those who take part."""

from . import rows
from .page import Page
from .states import sends

TODAY = "/events/{door_event}/"

PAGES = [
    Page("door of an event", f"{TODAY}door/", "owner", queries=10, more=rows.participants),
    Page("door of an event", TODAY + "door/?q={door_code}", "owner", "code"),
    Page("door of an event", TODAY + "door/?q={code_elsewhere}", "owner", "code of another"),
    Page("door of an event", f"{TODAY}door/?q=nobody", "owner", "nobody found"),
    Page("door of an event", "/events/{draft_event}/door/", "owner", "empty", queries=9),
    Page("door of an event", f"{TODAY}door/offline/", "owner", "without a connection"),
    Page("unannounced", f"{TODAY}door/walk-in/", "owner", queries=7),
    Page(
        "unannounced",
        f"{TODAY}door/walk-in/",
        "owner",
        "same name",
        sends(name="Kumppani"),
        409,
    ),
    Page("participants", f"{TODAY}participants/", "owner", queries=14, more=rows.participants),
    Page("participants", f"{TODAY}participants/?standing=waiting", "owner", "waiting"),
    Page("participants", f"{TODAY}participants/?standing=offered", "owner", "nobody"),
    Page("participants", f"{TODAY}participants/", "host", "as a host"),
    Page("audit log of an event", f"{TODAY}audit/", "owner", queries=8),
    Page("list for the door", f"{TODAY}participants/paper/", "owner", queries=10, more=rows.participants),
    Page("priority", "/registrations/{in_line}/priority/", "owner", queries=10),
    Page("priority", "/registrations/{in_line}/priority/", "owner", "refused", sends(reason="x"), 422),
    Page("removal", "/registrations/{expected}/removal/", "owner", queries=9),
    Page("writing to participants", f"{TODAY}participants/letters/", "owner", queries=20),
    Page(
        "writing to participants",
        f"{TODAY}participants/letters/",
        "owner",
        "to check",
        sends(subject="Tervetuloa", text="Ovi on pihan puolella."),
    ),
    Page(
        "writing to participants", f"{TODAY}participants/letters/", "owner", "refused", sends(subject=""), 422
    ),
    Page("guests of an event", "/events/{open_event}/guests/", "owner", queries=17, more=rows.invited),
    Page(
        "guests of an event", "/events/{open_event}/guests/", "owner", "refused", sends(guests="nobody"), 422
    ),
    Page("event", "/events/{open_event}/", "outsider", "to follow", queries=21),
]
