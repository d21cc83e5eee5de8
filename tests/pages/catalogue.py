"""Every page and state of the service that a person can see. A new page without a row fails the net."""

from dataclasses import dataclass

from . import rows
from .states import Prepare, sends, submits, then

FIRST_VIEW = 14_000
"""Gzipped bytes of HTML and CSS: what fits the first round trips of a new connection."""
TOTAL = 60_000
"""Gzipped bytes of everything: with scripts, pictures and fonts."""


@dataclass(frozen=True)
class Page:
    """A page in one state, as one of the cast sees it ("" has not signed in).

    `path` comes after the language; `{visit}` and the like are filled from the town; a kind of page that
    editors make stands by its name. `queries` is the number of database queries of a plain visit to it; where a
    page lists something, `more` adds two rows, and the number stays.
    """

    name: str
    path: str
    who: str = ""
    state: str = ""
    prepare: Prepare | None = None
    status: int = 200
    queries: int | None = None
    more: rows.More | None = None
    first_view: int = FIRST_VIEW

    @property
    def title(self) -> str:
        return f"{self.name}, {self.state}" if self.state else self.name


LOG_IN = sends(login="alba.kaisla@vm.example")

PAGES = [
    # --- The public site ---
    Page("home", "{HomePage}", queries=8, more=rows.posts),
    Page("home", "{HomePage}", "member", "signed in", queries=11),
    Page("content", "{ContentPage}", queries=4),
    Page("instructions", "{InstructionsPage}", queries=5),
    Page("contacts", "{ContactsPage}", queries=5),
    Page("cookies", "{CookiePage}", queries=3),
    Page("glossary", "{GlossaryPage}", queries=4),
    Page("accessibility statement", "{AccessibilityStatementPage}", queries=4),
    Page("privacy notice", "{PrivacyNoticePage}", queries=4),
    Page("blog", "{BlogIndexPage}", queries=7, more=rows.posts),
    Page("post", "{BlogPost}", queries=11, more=rows.comments),
    Page("post", "{BlogPost}", "member", "with my comment", queries=15, more=rows.comments),
    Page("post", "{BlogPost}", "member", "comment refused", sends(text=""), 422),
    Page("topics", "/blog/tags/", queries=2, more=rows.posts),
    Page("topic", "/blog/tags/{topic}/", queries=5, more=rows.posts),
    Page("accessibility feedback", "/accessibility-feedback/new/", queries=0),
    Page("accessibility feedback", "/accessibility-feedback/new/", "", "refused", sends(text=""), 422),
    Page("my accessibility feedback", "/accessibility-feedback/mine/{token}/", queries=1),
    Page("feedback desk", "/accessibility-feedback/", "editor", "one waits", queries=4, more=rows.feedback),
    Page("feedback to answer", "/accessibility-feedback/{feedback}/", "editor", queries=4),
    Page(
        "feedback to answer",
        "/accessibility-feedback/{feedback}/",
        "editor",
        "refused",
        sends(answer=""),
        422,
    ),
    Page("comment removal", "/comments/{own}/removal/", "member", queries=4),
    Page("comment removal", "/comments/{other}/removal/", "editor", "refused", sends(reason=""), 422),
    Page("comment report", "/comments/{other}/report/", "outsider", queries=4),
    Page("comment report", "/comments/{other}/report/", "outsider", "refused", sends(reason="x" * 301), 422),
    Page("reported comments", "/comments/reports/", "editor", "one waits", queries=4, more=rows.reports),
    # --- Coming in ---
    Page("sign in", "/accounts/login/", queries=1),
    Page("sign in", "/accounts/login/", "", "refused", sends(login="nobody"), 422),
    Page("sign-in code", "/accounts/login/", "", "asked", LOG_IN),
    Page(
        "sign-in code",
        "/accounts/login/",
        "",
        "wrong",
        then(sends(login="cilla.norrgard@migri.example"), sends(code="WRONG")),
        422,
    ),
    Page("sign out", "/accounts/logout/", "member", queries=3),
    Page("no account", "/accounts/inactive/", queries=0),
    Page("sign-in cancelled", "/accounts/login/cancelled/", queries=0),
    Page("sign-in failed", "/accounts/login/error/", "", "", None, 401),
    Page("connections", "/accounts/connections/", "member", queries=6),
    Page("second steps", "/accounts/2fa/", "member", queries=5),
    Page("second steps", "/accounts/2fa/", "facilitator", "all set up", queries=5),
    Page("authenticator app", "/accounts/2fa/totp/activate/", "member", queries=12),
    Page("authenticator app", "/accounts/2fa/totp/activate/", "member", "refused", sends(code="1"), 422),
    Page("no app any more", "/accounts/2fa/totp/deactivate/", "facilitator", queries=8),
    Page("spare codes", "/accounts/2fa/recovery-codes/", "facilitator", queries=7),
    Page("new spare codes", "/accounts/2fa/recovery-codes/generate/", "facilitator", queries=7),
    Page("passkeys", "/accounts/2fa/webauthn/", "facilitator", queries=4),
    Page("passkeys", "/accounts/2fa/webauthn/", "member", "none", queries=4),
    Page("new passkey", "/accounts/2fa/webauthn/add/", "member", queries=13),
    Page("name of a passkey", "/accounts/2fa/webauthn/keys/{key}/edit/", "facilitator", queries=7),
    Page("no passkey any more", "/accounts/2fa/webauthn/keys/{key}/remove/", "facilitator", queries=7),
    Page("once more", "/accounts/2fa/reauthenticate/", "facilitator", "by the app", queries=9),
    Page("once more", "/accounts/reauthenticate/", "member", queries=4),
    Page("invitation", "/invitations/{secret}/", queries=1),
    Page("invitation", "/invitations/{secret}/", "", "refused", sends(name=""), 422),
    Page("invitation withdrawn", "/invitations/{withdrawn}/", "", "", None, 410),
    Page("erased", "/erased/", queries=0),
    # --- Mine ---
    Page("today", "/today/", "member", "with visits", queries=12, more=rows.my_visits),
    Page("today", "/today/", "editor", "empty", queries=10),
    Page("today", "/today/", "host", "who hosts", queries=12, more=rows.visitors),
    Page("today", "/today/", "manager", "gaps in the roster", queries=15),
    Page("today", "/today/", "guest", "invited", queries=10),
    Page("my data", "/me/", "member", queries=5),
    Page("my data", "/me/", "member", "refused", sends(name=""), 422),
    Page("what is kept of me", "/me/data/", "member", queries=30, more=rows.my_visits),
    Page("erasure", "/me/erasure/", "member", queries=3),
    Page("erasure", "/me/erasure/", "member", "refused", sends(email="other@vm.example"), 422),
    Page("tokens", "/me/tokens/", "member", queries=3),
    Page("tokens", "/me/tokens/", "member", "refused", sends(name=""), 422),
    Page("second step", "/me/second-step/", "host", queries=3),
    Page("invitations", "/invitations/", "member", "two sent", queries=5, more=rows.guests),
    Page("invitations", "/invitations/", "colleague", "empty", queries=5),
    Page("invitations", "/invitations/", "guest", "not for guests", queries=5),
    Page("invitations", "/invitations/", "member", "refused", sends(email="nobody"), 422),
    # --- Places and visits ---
    Page("sites", "/sites/", queries=5, more=rows.sites),
    Page("site", "/sites/{lab}/", queries=8, more=rows.visitors),
    Page("site", "/sites/{lab}/", "member", "signed in", queries=11),
    Page("which site", "/visits/new/", "member", queries=8, more=rows.sites),
    Page("new visit", "/sites/{lab}/visits/new/", "member", queries=9, more=rows.visitors),
    Page("new visit", "/sites/{full}/visits/new/?day={full_day}", "member", "full day", queries=9),
    Page("new visit", "/sites/{lab}/visits/new/?day={sunday}", "member", "closed day", queries=11),
    Page(
        "new visit",
        "/sites/{lab}/visits/new/",
        "member",
        "refused",
        sends(people="0", start="17:00", end="9:00"),
        422,
    ),
    Page(
        "new visit",
        "/sites/{full}/visits/new/?day={full_day}",
        "editor",
        "somebody was faster",
        sends(start="09:00", end="12:00", people="1"),
        409,
    ),
    Page("visits", "/visits/", "member", "coming and gone", queries=5, more=rows.my_visits),
    Page("visits", "/visits/", "editor", "empty", queries=5),
    Page("visit", "/visits/{visit}/", "member", "with a word", queries=9, more=rows.words_to_the_visitor),
    Page("visit", "/visits/{visit}/", "host", "as its host", queries=9),
    Page("visit", "/visits/{cancelled}/", "member", "cancelled", queries=5),
    Page("change of a visit", "/visits/{visit}/change/", "member", queries=4),
    Page("change of a visit", "/visits/{visit}/change/", "member", "refused", sends(people="0"), 422),
    Page("cancellation", "/visits/{visit}/cancellation/", "member", queries=4),
    # --- Bookings ---
    Page("spaces", "/sites/{lab}/spaces/", "", "public", queries=7, more=rows.spaces_to_book),
    Page("spaces", "/sites/{lab}/spaces/", "manager", "to look after", queries=10, more=rows.spaces_to_book),
    Page("spaces", "/sites/{full}/spaces/", "member", "none", queries=8),
    Page("spaces", "/sites/{full}/spaces/", "owner", "none yet", queries=8),
    Page("space", "/spaces/{hall}/", "", "public", queries=8),
    Page("space", "/spaces/{hall}/", "manager", "to look after", queries=11),
    Page("new space", "/sites/{lab}/spaces/new/", "manager", queries=8),
    Page("new space", "/sites/{lab}/spaces/new/", "manager", "refused", sends(name_fi=""), 422),
    Page("change of a space", "/spaces/{hall}/change/", "manager", queries=9),
    Page("furnishings", "/spaces/{hall}/layouts/", "manager", queries=6),
    Page("furnishings", "/spaces/{hall}/layouts/", "manager", "refused", sends(**{"form-0-seats": "0"}), 422),
    Page("space out of use", "/spaces/{hall}/retirement/", "manager", queries=5),
    Page("zones", "/sites/{lab}/zones/", "manager", queries=5),
    Page("zones", "/sites/{lab}/zones/", "manager", "refused", sends(**{"form-0-name_sv": "Zon"}), 422),
    Page("rules of booking", "/sites/{lab}/policies/", "manager", queries=6, more=rows.spaces_to_book),
    Page("rules of booking", "/sites/{full}/policies/", "owner", "none", queries=5),
    Page("new rules", "/sites/{lab}/policies/new/", "manager", queries=4),
    Page("new rules", "/sites/{lab}/policies/new/", "manager", "refused", sends(name_fi=""), 422),
    Page("change of rules", "/policies/{policy}/change/", "manager", queries=4),
    Page("new series", "/sites/{lab}/series/new/", "member", queries=9),
    Page(
        "new series",
        "/sites/{lab}/series/new/?space={room}",
        "member",
        "the dates",
        sends(until="", count="3"),
    ),
    Page("new series", "/sites/{lab}/series/new/?space={room}", "member", "refused", sends(count=""), 422),
    Page("series", "/series/{series}/", "member", queries=8),
    Page("change of a series", "/bookings/{again}/series/change/", "member", queries=10),
    Page(
        "change of a series", "/bookings/{again}/series/change/", "member", "refused", sends(people="0"), 422
    ),
    Page("dates cancelled", "/bookings/{again}/series/cancellation/", "member", queries=7),
    Page("which site for a space", "/bookings/new/", "member", queries=8),
    Page("new booking", "/sites/{lab}/bookings/new/", "member", queries=9),
    Page("new booking", "/sites/{full}/bookings/new/", "member", "no spaces", queries=7),
    Page(
        "new booking",
        "/sites/{lab}/bookings/new/?space={hall}&layout={theatre}&day={booked_day}&start=16:00&end=17:00",
        "member",
        "what it takes",
        queries=17,
    ),
    Page(
        "new booking",
        "/sites/{lab}/bookings/new/",
        "member",
        "refused",
        sends(people="0", title="Työpaja"),
        422,
    ),
    Page(
        "new booking",
        "/sites/{lab}/bookings/new/?space={room}&day={booked_day}&start=09:00&end=12:00",
        "editor",
        "somebody was faster",
        sends(people="2", title="Työpaja"),
        409,
    ),
    Page("search", "/bookings/search/", "", queries=3),
    Page(
        "search",
        "/bookings/search/?site={lab}&day={booked_day}&start=13:00&end=20:00&minutes=120&people=5",
        "member",
        "found",
        queries=15,
        more=rows.spaces,
    ),
    Page("search", "/bookings/search/?space={room}", "member", "one space", queries=14),
    Page(
        "search",
        "/bookings/search/?site={lab}&day={booked_day}&minutes=60&people=999",
        "",
        "nothing",
        queries=17,
    ),
    Page("search", "/bookings/search/?day=&minutes=0&people=x&features=wall", "", "refused", status=422),
    Page("bookings", "/bookings/", "member", "coming and gone", queries=9, more=rows.my_bookings),
    Page("bookings", "/bookings/", "editor", "empty", queries=5),
    Page("booking", "/bookings/{booking}/", "member", "of two", queries=11, more=rows.members),
    Page("booking", "/bookings/{booking}/", "host", "as its host", queries=11),
    Page("booking", "/bookings/{asked}/", "member", "waiting", queries=11),
    Page("booking", "/bookings/{asked}/", "host", "to answer", queries=11),
    Page("booking", "/bookings/{called_off}/", "member", "cancelled", queries=7),
    Page("change of a booking", "/bookings/{booking}/change/", "member", queries=15),
    Page("change of a booking", "/bookings/{booking}/change/", "member", "refused", sends(people="99"), 422),
    Page("cancellation of a booking", "/bookings/{booking}/cancellation/", "member", queries=7),
    Page("holders of a booking", "/bookings/{booking}/members/", "member", queries=7, more=rows.members),
    Page(
        "holders of a booking",
        "/bookings/{booking}/members/",
        "member",
        "refused",
        sends(members="nobody"),
        422,
    ),
    Page("approvals", "/sites/{lab}/desk/approvals/", "host", "two wait", queries=7, more=rows.asked),
    Page("approvals", "/sites/{full}/desk/approvals/", "owner", "empty", queries=5),
    Page("approval", "/bookings/{asked}/approval/", "host", queries=7),
    Page(
        "approval",
        "/bookings/{late}/approval/",
        "host",
        "cannot be any more",
        submits("main form button"),
        409,
    ),
    Page("refusal", "/bookings/{asked}/refusal/", "host", queries=7),
    Page("refusal", "/bookings/{asked}/refusal/", "host", "refused", sends(reason=""), 422),
    Page(
        "desk", "/sites/{lab}/desk/{booked_day}/", "host", "spaces to set up", queries=12, more=rows.bookings
    ),
    # --- Queues, and coming to what one booked ---
    Page("queues", "/waitings/", "member", "offered, waiting and over", queries=12, more=rows.my_queues),
    Page("queues", "/waitings/", "editor", "empty", queries=5),
    Page("new queue", "/sites/{queue_house}/waitings/new/?space={taken}", "member", queries=12),
    Page("new queue", "/sites/{queue_house}/waitings/new/", "member", "refused", sends(people="0"), 422),
    Page(
        "new queue",
        "/sites/{queue_house}/waitings/new/?space={free}",
        "member",
        "free already",
        sends(people="1"),
        409,
    ),
    Page("place in a queue", "/waitings/{waiting}/", "member", queries=12),
    Page("place in a queue", "/waitings/{left}/", "member", "left", queries=5),
    Page("leaving a queue", "/waitings/{waiting}/leaving/", "member", queries=5),
    Page("offer", "/offers/{offer}/", "member", queries=6),
    Page("offer", "/offers/{declined}/", "member", "declined", queries=6),
    Page("declining an offer", "/offers/{offer}/refusal/", "member", queries=6),
    Page("declining an offer", "/offers/{wish_offer}/refusal/", "member", "of a wish", queries=6),
    Page("door", "/codes/{code_here}/", "member", "my booking"),
    Page("door", "/codes/{code_busy}/", "owner", "taken, as its host"),
    Page("door", "/codes/{code_busy}/", "member", "taken"),
    Page("door", "/codes/{code_free}/", "member", "free", queries=10),
    Page("old code", "/codes/{code_old}/", "", "", None, 410),
    Page("leaving early", "/bookings/{here}/departure/", "member"),
    Page("code of a space", "/spaces/{coded}/code/", "owner", queries=4),
    # --- The host's desk ---
    Page("desk", "/sites/{lab}/desk/", "host", "today", queries=11),
    Page("desk", "/sites/{noon}/desk/", "owner", "somebody is here"),
    Page("desk", "/sites/{lab}/desk/{open_day}/", "host", "another day", queries=9, more=rows.visitors),
    Page("desk", "/sites/{lab}/desk/{sunday}/", "host", "closed and empty", queries=9),
    Page("desk, the week", "/sites/{lab}/desk/week/", "host", queries=7, more=rows.visitors),
    Page("walk-in", "/sites/{lab}/walk-ins/", "host", queries=7),
    Page("walk-in", "/sites/{noon}/walk-ins/", "owner", "refused", sends(people="0"), 422),
    Page("word to a visitor", "/visits/{visit}/messages/", "host", queries=5),
    Page("word to a visitor", "/visits/{visit}/messages/", "host", "refused", sends(text=""), 422),
    # --- The roster, and requests for help and reports ---
    Page("roster", "/sites/{lab}/roster/?week={open_day}", "host", queries=7, more=rows.shifts),
    Page("roster", "/sites/{lab}/roster/", "manager", "with gaps", queries=7),
    Page("new shift", "/sites/{lab}/roster/new/", "host", queries=4),
    Page("new shift", "/sites/{lab}/roster/new/", "manager", "for any host", queries=5),
    Page("new shift", "/sites/{lab}/roster/new/", "manager", "refused", sends(person="", end=""), 422),
    Page("change of a shift", "/shifts/{shift}/change/", "manager", queries=5),
    Page("change of a shift", "/shifts/{shift}/change/", "host", "refused", sends(end=""), 422),
    Page("removal of a shift", "/shifts/{shift}/removal/", "host", queries=4),
    Page("report", "/sites/{lab}/reports/new/", queries=4),
    Page("report", "/sites/{lab}/reports/new/", "", "refused", sends(text=""), 422),
    Page("sent report", "/reports/{report_token}/", queries=1),
    Page("my reports", "/reports/", "member", queries=4, more=rows.my_reports),
    Page("my reports", "/reports/", "editor", "empty", queries=4),
    Page("requests and reports", "/sites/{lab}/desk/reports/", "host", queries=6, more=rows.my_reports),
    Page("requests and reports", "/sites/{full}/desk/reports/", "owner", "nobody waits"),
    Page("report to answer", "/reports/{report}/answer/", "host", queries=4),
    Page("report to answer", "/reports/{report}/answer/", "host", "refused", sends(answer=""), 422),
    # --- Running the lab ---
    Page("new site", "/sites/new/", "owner", queries=3),
    Page("new site", "/sites/new/", "owner", "refused", sends(name_fi=""), 422),
    Page("site particulars", "/sites/{lab}/change/", "manager", queries=4),
    Page("site particulars", "/sites/{lab}/change/", "manager", "refused", sends(name_fi=""), 422),
    Page("hours", "/sites/{lab}/hours/", "manager", queries=5),
    Page("statistics", "/sites/{lab}/statistics/", "member", queries=10),
    Page("statistics", "/sites/{full}/statistics/?by=zone", "member", "none", queries=11),
    Page("closures", "/sites/{noon}/closures/", "owner", queries=5, more=rows.closures),
    Page("closures", "/sites/{full}/closures/", "owner", "none", queries=5),
    Page("new closure", "/sites/{lab}/closures/new/", "manager", queries=5),
    Page("new closure", "/sites/{lab}/closures/new/", "manager", "refused", sends(first=""), 422),
    Page("opening again", "/closures/{closure}/lifting/", "owner", queries=4),
    Page("special days", "/sites/{lab}/special-days/", "manager", queries=5),
    Page("special days", "/sites/{lab}/special-days/", "manager", "refused", sends(reason_fi=""), 422),
    Page("seats", "/sites/{lab}/seats/", "manager", queries=5),
    Page("contacts of a site", "/sites/{lab}/contacts/", "manager", queries=5),
    Page("instructions of a site", "/sites/{lab}/instructions/", "manager", queries=6),
    Page("organisations", "/organisations/", "owner", queries=7, more=rows.organisations),
    Page("organisations", "/organisations/", "owner", "refused", sends(name_fi=""), 422),
    Page("organisation", "/organisations/{organisation}/", "owner", queries=7, more=rows.domains),
    Page("organisation", "/organisations/{partner}/", "owner", "a partner", queries=8, more=rows.agreements),
    Page("new domain", "/organisations/{organisation}/domains/", "owner", queries=4),
    Page("new domain", "/organisations/{organisation}/domains/", "owner", "refused", sends(domain="@"), 422),
    Page("new agreement", "/organisations/{partner}/agreements/", "owner", queries=5),
    Page(
        "new agreement", "/organisations/{partner}/agreements/", "owner", "refused", sends(starts_on=""), 422
    ),
    Page("agreement", "/agreements/{agreement}/", "owner", queries=5),
    Page("roles", "/roles/", "owner", queries=6, more=rows.roles),
    Page("roles", "/roles/", "owner", "refused", sends(email="nobody"), 422),
    # --- Trouble ---
    Page("nothing here", "/nowhere/at/all/", "", "", None, 404),
    Page("nothing here", "/visits/999999/", "member", "signed in", None, 404),
    Page("not for you", "/visits/{cancelled}/change/", "member", "", None, 403),
]

POSTED = "answers POST only, with a redirect to a page of the catalogue"
FILE = "a file, not a page"
MACHINE = "for programs, not for people"
ONWARD = "only leads on to a page of the catalogue"
OUTSIDE = "leads to and from an organisation's own sign-in; tests/people walks it with real ones"
KEYS = "needs a key or an app in the hand; tests/people walks it"
WAGTAIL = "Wagtail's own pages for editors"
DEVELOPERS = "there in development only; tests/ui walks it"

NO_PAGES = {
    "health/live": MACHINE,
    "health/ready": MACHINE,
    "api/*": MACHINE,
    "admin/*": WAGTAIL,
    "media/*": FILE,
    "demo/*": ONWARD,
    "accounts/oidc/*": OUTSIDE,
    "accounts/saml/*": OUTSIDE,
    "L/styleguide/*": DEVELOPERS,
    "L/me/data.json": FILE,
    "L/me/sessions/": POSTED,
    "L/me/tokens/<int:token>/revocation/": POSTED,
    "L/invitations/<int:invitation>/withdrawal/": POSTED,
    "L/domains/<int:domain>/removal/": POSTED,
    "L/roles/<int:role>/end/": POSTED,
    "L/desk/": ONWARD,
    "L/visits/<int:pk>/visit.ics": FILE,
    "L/bookings/<int:pk>/booking.ics": FILE,
    "L/bookings/<int:pk>/again/": POSTED,
    "L/places/<int:pk>/changeover/": POSTED,
    "L/sites/<slug:slug>/statistics/table.csv": FILE,
    "L/visits/<int:pk>/arrival/": POSTED,
    "L/bookings/<int:pk>/arrival/": POSTED,
    "L/bookings/<int:pk>/exemption/": POSTED,
    "L/bookings/<int:pk>/release/undoing/": POSTED,
    "L/offers/<int:pk>/acceptance/": POSTED,
    "L/spaces/<int:pk>/code.svg": FILE,
    "L/reports/<int:pk>/sight/": POSTED,
    "L/reports/<int:pk>/closing/": POSTED,
    "L/visits/<int:pk>/departure/": POSTED,
    "L/accounts/login/code/": ONWARD,
    "L/accounts/signup/": ONWARD,
    "L/accounts/2fa/authenticate/": KEYS,
    "L/accounts/2fa/recovery-codes/download/": FILE,
    "L/accounts/2fa/webauthn/login/": MACHINE,
    "L/accounts/2fa/webauthn/reauthenticate/": KEYS,
    "L/blog/rss/": FILE,
    "L/blog/atom/": FILE,
    "L/posts/<int:post>/comments/": POSTED,
    "L/comments/<int:comment>/return/": POSTED,
    "L/comments/<int:comment>/acceptance/": POSTED,
    "L/accessibility-feedback/<int:feedback>/answer/": POSTED,
}
"""Routes without a page, each with its reason; `L` stands for the language, `*` at the end for all below."""
