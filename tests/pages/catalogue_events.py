"""An event, and taking part in it."""

from .page import Page

PAGES = [
    Page("event", "/events/{open_event}/", "", queries=13),
    Page("event", "/events/{draft_event}/", "owner", "draft"),
    Page("registering", "/events/{open_event}/registration/"),
    Page("registering", "/events/{open_event}/registration/", "outsider", "signed in"),
    Page("link on its way", "/events/{open_event}/registration/sent/"),
    Page("registrations", "/registrations/", "member"),
    Page("registrations", "/registrations/", "editor", "empty"),
    Page("registration", "/registrations/{my_registration}/", "member"),
    Page("registration", "/registrations/{my_offer}/", "member", "offered"),
    Page("change of a registration", "/registrations/{my_registration}/change/", "member"),
    Page("declining a place", "/registrations/{my_offer}/refusal/", "member"),
    Page("cancelling a registration", "/registrations/{my_registration}/cancellation/", "member"),
    Page("handing a place on", "/registrations/{my_registration}/handover/", "member"),
    Page("taking a place over", "/handovers/{handover}/", "colleague"),
    Page("guest", "/guests/{guest_link}/", "", "to confirm"),
    Page("guest", "/guests/{guest_offer}/", "", "offered"),
    Page("change by a guest", "/guests/{guest_offer}/change/"),
    Page("declining by a guest", "/guests/{guest_offer}/refusal/"),
    Page("cancelling by a guest", "/guests/{guest_offer}/cancellation/"),
]
