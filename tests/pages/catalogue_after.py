"""What comes after an event: takeaways, their page, how it was; invitations, the tour, whom to visit."""

from . import rows
from .page import Page
from .states import sends

TOUR = "/tour/invitations/"
OVER, QUIET = "/events/{over_event}/", "/events/{quiet_event}/"

PAGES = [
    Page("event", OVER, "member", "over, its takeaways out"),
    Page("event", OVER, "owner", "over, as its organiser"),
    Page("takeaways", f"{OVER}takeaways/", "", queries=4, more=rows.takeaways),
    Page("takeaways", f"{OVER}takeaways/", "outsider", "a next step is hers"),
    Page("takeaways", f"{QUIET}takeaways/", "", "not out"),
    Page("takeaways", "/guests/{over_guest}/takeaways/", "", "by a guest’s link", queries=22),
    Page("takeaway", "/registrations/{quiet_place}/takeaway/", "member", queries=11),
    Page("takeaway", "/registrations/{over_place}/takeaway/", "member", "told", queries=11),
    Page("takeaway", "/registrations/{other_place}/takeaway/", "outsider", "taken from the page", queries=11),
    Page("takeaway", "/registrations/{quiet_place}/takeaway/", "member", "refused", sends(text=""), 422),
    Page(
        "takeaway",
        "/registrations/{quiet_place}/takeaway/",
        "member",
        "feedback refused",
        sends(comes_again=""),
        422,
    ),
    Page("takeaway", "/guests/{over_guest}/takeaway/", "", "by a guest’s link", queries=20),
    Page(
        "withdrawal of a takeaway", "/registrations/{over_place}/takeaway/withdrawal/", "member", queries=10
    ),
    Page("gathering", f"{OVER}takeaways/gathering/", "owner", queries=11, more=rows.takeaways),
    Page("gathering", f"{QUIET}takeaways/gathering/", "owner", "empty"),
    Page("gathering", f"{OVER}takeaways/gathering/", "owner", "refused", sends(kind="next_step"), 422),
    Page("removal of a takeaway", OVER + "takeaways/{told}/removal/", "owner"),
    Page(
        "removal of a takeaway",
        OVER + "takeaways/{told}/removal/",
        "owner",
        "refused",
        sends(reason="ei"),
        422,
    ),
    Page("how it was", f"{OVER}feedback/", "owner", queries=7),
    Page("how it was", f"{QUIET}feedback/", "owner", "too few"),
    Page("tour", "/tour/", "", queries=3, more=rows.stops),
    Page("tour", "/tour/", "member", "signed in", queries=6, more=rows.stops),
    Page("invitations", "/tour/invitations/", "outsider", queries=4, more=rows.invitations),
    Page("invitations", "/tour/invitations/", "owner", "of all agencies", queries=4, more=rows.invitations),
    Page("invitations", "/tour/invitations/", "editor", "none", queries=4),
    Page("inviting the lab", "/tour/invitations/new/", "outsider", queries=3),
    Page("inviting the lab", "/tour/invitations/new/", "outsider", "refused", sends(topic=""), 422),
    Page("invitation", f"{TOUR}{{waiting_invitation}}/", "outsider", queries=4),
    Page("invitation", f"{TOUR}{{late_invitation}}/", "owner", "late, to be answered"),
    Page("invitation", f"{TOUR}{{declined_invitation}}/", "outsider", "declined"),
    Page("invitation", f"{TOUR}{{accepted_invitation}}/", "outsider", "accepted"),
    Page("invitation", f"{TOUR}{{scheduled_invitation}}/", "outsider", "scheduled"),
    Page("declining an invitation", f"{TOUR}{{waiting_invitation}}/refusal/", "owner"),
    Page(
        "declining an invitation",
        f"{TOUR}{{waiting_invitation}}/refusal/",
        "owner",
        "refused",
        sends(reason="ei"),
        422,
    ),
    Page("setting the day", f"{TOUR}{{waiting_invitation}}/stop/", "owner", queries=6),
    Page("setting the day", f"{TOUR}{{waiting_invitation}}/stop/", "owner", "refused", sends(day=""), 422),
    Page("taking an invitation back", f"{TOUR}{{waiting_invitation}}/withdrawal/", "outsider"),
    Page("targets", "/targets/", "member", queries=9, more=rows.targets),
    Page("targets", "/targets/", "owner", "who chooses", queries=9),
    Page("targets", "/targets/", "member", "refused", sends(name=""), 422),
    Page("rewording a proposal", "/targets/{own_target}/rewording/", "outsider", queries=7),
    Page(
        "rewording a proposal", "/targets/{own_target}/rewording/", "outsider", "refused", sends(name=""), 422
    ),
    Page("choosing a target", "/targets/{wanted}/choice/", "owner", queries=4),
    Page("taking a target off", "/targets/{wanted}/removal/", "owner", queries=4),
    Page("taking a target off", "/targets/{wanted}/removal/", "owner", "refused", sends(reason=""), 422),
]
