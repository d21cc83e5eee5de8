"""What comes after an event: takeaways, their page, how it was; invitations, the tour, whom to visit."""

from . import rows
from .page import Page
from .states import sends

OVER, QUIET = "/events/{over_event}/", "/events/{quiet_event}/"

PAGES = [
    Page("event", OVER, "member", "over, its takeaways out"),
    Page("event", OVER, "owner", "over, as its organiser"),
    Page("takeaways", f"{OVER}takeaways/", "", queries=4, more=rows.takeaways),
    Page("takeaways", f"{OVER}takeaways/", "outsider", "a next step is hers"),
    Page("takeaways", f"{QUIET}takeaways/", "", "not out"),
    Page("takeaways", "/guests/{over_guest}/takeaways/", "", "by a guest’s link"),
    Page("takeaway", "/registrations/{quiet_place}/takeaway/", "member", queries=11),
    Page("takeaway", "/registrations/{over_place}/takeaway/", "member", "told"),
    Page("takeaway", "/registrations/{other_place}/takeaway/", "outsider", "taken from the page"),
    Page("takeaway", "/registrations/{quiet_place}/takeaway/", "member", "refused", sends(text=""), 422),
    Page(
        "takeaway", "/registrations/{quiet_place}/takeaway/", "member", "feedback refused",
        sends(comes_again=""), 422,
    ),
    Page("takeaway", "/guests/{over_guest}/takeaway/", "", "by a guest’s link"),
    Page("withdrawal of a takeaway", "/registrations/{over_place}/takeaway/withdrawal/", "member"),
    Page("gathering", f"{OVER}takeaways/gathering/", "owner", queries=11, more=rows.takeaways),
    Page("gathering", f"{QUIET}takeaways/gathering/", "owner", "empty"),
    Page("gathering", f"{OVER}takeaways/gathering/", "owner", "refused", sends(kind="next_step"), 422),
    Page("removal of a takeaway", OVER + "takeaways/{told}/removal/", "owner"),
    Page("removal of a takeaway", OVER + "takeaways/{told}/removal/", "owner", "refused", sends(reason="ei"), 403),
    Page("how it was", f"{OVER}feedback/", "owner", queries=7),
    Page("how it was", f"{QUIET}feedback/", "owner", "too few"),
]  # fmt: skip
