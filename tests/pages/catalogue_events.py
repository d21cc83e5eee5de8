"""An event, and taking part in it."""

from . import rows
from .page import Page

PAGES = [
    Page("event", "/events/{open_event}/", "", queries=16),
    Page("event", "/events/{draft_event}/", "owner", "draft", queries=21),
    Page("registering", "/events/{open_event}/registration/", queries=12),
    Page("registering", "/events/{open_event}/registration/", "outsider", "signed in", queries=16),
    Page("link on its way", "/events/{open_event}/registration/sent/", queries=12),
    Page("registrations", "/registrations/", "member", queries=18, more=rows.my_registrations),
    Page("registrations", "/registrations/", "editor", "empty", queries=5),
    Page("registration", "/registrations/{my_registration}/", "member", queries=11),
    Page("registration", "/registrations/{my_offer}/", "member", "offered", queries=9),
    Page("registration", "/registrations/{my_offer_and_turn}/", "member", "offered, in the other queue"),
    Page("registration", "/registrations/{my_turn}/", "member", "in the queue", queries=10),
    Page("registration", "/registrations/{my_lot}/", "member", "its lot drawn", queries=11),
    Page("event", "/events/{lot_event}/", "member", "its lots drawn", queries=19),
    Page("event", "/events/{trained_event}/", "member", "a training that was held", queries=19),
    Page("training", "/training/", "owner", queries=7, more=rows.trainings),
    Page("training", "/training/", "host", "as a host", queries=7),
    Page("registering", "/events/{full_event}/registration/", "outsider", "the queue", queries=15),
    Page("change of a registration", "/registrations/{my_registration}/change/", "member", queries=10),
    Page("declining a place", "/registrations/{my_offer}/refusal/", "member", queries=9),
    Page("declining a place", "/registrations/{my_offer_and_turn}/refusal/", "member", "in the other queue"),
    Page("cancelling a registration", "/registrations/{my_registration}/cancellation/", "member", queries=10),
    Page("handing a place on", "/registrations/{my_registration}/handover/", "member", queries=10),
    Page("taking a place over", "/handovers/{handover}/", "colleague", queries=19),
    Page("guest", "/guests/{guest_link}/", "", "to confirm", queries=26),
    Page("guest", "/guests/{guest_offer}/", "", "offered", queries=18),
    Page("change by a guest", "/guests/{guest_offer}/change/", queries=18),
    Page("declining by a guest", "/guests/{guest_offer}/refusal/", queries=18),
    Page("cancelling by a guest", "/guests/{guest_offer}/cancellation/", queries=18),
]
