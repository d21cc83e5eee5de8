"""Every page and state of the service that a person can see. A new page without a row fails the net."""

from dataclasses import dataclass

from .states import Prepare, sends, then

FIRST_VIEW = 14_000
"""Gzipped bytes of HTML and CSS: what fits the first round trips of a new connection."""
TOTAL = 60_000
"""Gzipped bytes of everything: with scripts, pictures and fonts."""


@dataclass(frozen=True)
class Page:
    """A page in one state, as one of the cast sees it ("" has not signed in).

    `path` comes after the language; `{visit}` and the like are filled from the town; a kind of page that
    editors make stands by its name. `queries` is the number of database queries of a plain visit to it.
    """

    name: str
    path: str
    who: str = ""
    state: str = ""
    prepare: Prepare | None = None
    status: int = 200
    queries: int | None = None
    first_view: int = FIRST_VIEW

    @property
    def title(self) -> str:
        return f"{self.name}, {self.state}" if self.state else self.name


LOG_IN = sends(login="alba.kaisla@vm.example")

PAGES = [
    # --- The public site ---
    Page("home", "{HomePage}"),
    Page("home", "{HomePage}", "member", "signed in"),
    Page("content", "{ContentPage}"),
    Page("instructions", "{InstructionsPage}"),
    Page("contacts", "{ContactsPage}"),
    Page("cookies", "{CookiePage}"),
    Page("glossary", "{GlossaryPage}"),
    Page("accessibility statement", "{AccessibilityStatementPage}"),
    Page("privacy notice", "{PrivacyNoticePage}"),
    Page("blog", "{BlogIndexPage}"),
    Page("post", "{BlogPost}"),
    Page("post", "{BlogPost}", "member", "with my comment"),
    Page("post", "{BlogPost}", "member", "comment refused", sends(text=""), 422),
    Page("topics", "/blog/tags/"),
    Page("topic", "/blog/tags/{topic}/"),
    Page("accessibility feedback", "/accessibility-feedback/new/"),
    Page("accessibility feedback", "/accessibility-feedback/new/", "", "refused", sends(text=""), 422),
    Page("my accessibility feedback", "/accessibility-feedback/mine/{token}/"),
    Page("feedback desk", "/accessibility-feedback/", "editor", "one waits"),
    Page("feedback to answer", "/accessibility-feedback/{feedback}/", "editor"),
    Page(
        "feedback to answer",
        "/accessibility-feedback/{feedback}/",
        "editor",
        "refused",
        sends(answer=""),
        422,
    ),
    Page("comment removal", "/comments/{own}/removal/", "member"),
    Page("comment removal", "/comments/{other}/removal/", "editor", "refused", sends(reason=""), 422),
    Page("comment report", "/comments/{other}/report/", "outsider"),
    Page("comment report", "/comments/{other}/report/", "outsider", "refused", sends(reason="x" * 301), 422),
    Page("reported comments", "/comments/reports/", "editor", "one waits"),
    # --- Coming in ---
    Page("sign in", "/accounts/login/"),
    Page("sign in", "/accounts/login/", "", "refused", sends(login="nobody"), 422),
    Page("sign-in code", "/accounts/login/", "", "asked", LOG_IN),
    Page(
        "sign-in code",
        "/accounts/login/",
        "",
        "wrong",
        then(sends(login="bo.strandvik@vm.example"), sends(code="WRONG")),
        422,
    ),
    Page("sign out", "/accounts/logout/", "member"),
    Page("no account", "/accounts/inactive/"),
    Page("sign-in cancelled", "/accounts/login/cancelled/"),
    Page("sign-in failed", "/accounts/login/error/", "", "", None, 401),
    Page("connections", "/accounts/connections/", "member"),
    Page("second steps", "/accounts/2fa/", "member"),
    Page("once more", "/accounts/reauthenticate/", "member"),
    Page("invitation", "/invitations/{secret}/"),
    Page("invitation", "/invitations/{secret}/", "", "refused", sends(name=""), 422),
    Page("invitation withdrawn", "/invitations/{withdrawn}/", "", "", None, 410),
    Page("erased", "/erased/"),
    # --- Mine ---
    Page("today", "/today/", "member", "with visits"),
    Page("today", "/today/", "editor", "empty"),
    Page("today", "/today/", "host", "who hosts"),
    Page("today", "/today/", "guest", "invited"),
    Page("my data", "/me/", "member"),
    Page("my data", "/me/", "member", "refused", sends(name=""), 422),
    Page("what is kept of me", "/me/data/", "member"),
    Page("erasure", "/me/erasure/", "member"),
    Page("erasure", "/me/erasure/", "member", "refused", sends(email="other@vm.example"), 422),
    Page("tokens", "/me/tokens/", "member"),
    Page("tokens", "/me/tokens/", "member", "refused", sends(name=""), 422),
    Page("second step", "/me/second-step/", "host"),
    Page("invitations", "/invitations/", "member", "two sent"),
    Page("invitations", "/invitations/", "colleague", "empty"),
    Page("invitations", "/invitations/", "guest", "not for guests"),
    Page("invitations", "/invitations/", "member", "refused", sends(email="nobody"), 422),
    # --- Places and visits ---
    Page("sites", "/sites/"),
    Page("site", "/sites/{lab}/"),
    Page("site", "/sites/{lab}/", "member", "signed in"),
    Page("which site", "/visits/new/", "member"),
    Page("new visit", "/sites/{lab}/visits/new/", "member"),
    Page("new visit", "/sites/{full}/visits/new/?day={full_day}", "member", "full day"),
    Page("new visit", "/sites/{lab}/visits/new/?day={sunday}", "member", "closed day"),
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
    Page("visits", "/visits/", "member", "coming and gone"),
    Page("visits", "/visits/", "editor", "empty"),
    Page("visit", "/visits/{visit}/", "member", "with a word"),
    Page("visit", "/visits/{visit}/", "host", "as its host"),
    Page("visit", "/visits/{cancelled}/", "member", "cancelled"),
    Page("change of a visit", "/visits/{visit}/change/", "member"),
    Page("change of a visit", "/visits/{visit}/change/", "member", "refused", sends(people="0"), 422),
    Page("cancellation", "/visits/{visit}/cancellation/", "member"),
    # --- The host's desk ---
    Page("desk", "/sites/{lab}/desk/", "host", "today"),
    Page("desk", "/sites/{noon}/desk/", "owner", "somebody is here"),
    Page("desk", "/sites/{lab}/desk/{open_day}/", "host", "another day"),
    Page("desk", "/sites/{lab}/desk/{sunday}/", "host", "closed and empty"),
    Page("desk, the week", "/sites/{lab}/desk/week/", "host"),
    Page("walk-in", "/sites/{lab}/walk-ins/", "host"),
    Page("walk-in", "/sites/{noon}/walk-ins/", "owner", "refused", sends(people="0"), 422),
    Page("word to a visitor", "/visits/{visit}/messages/", "host"),
    Page("word to a visitor", "/visits/{visit}/messages/", "host", "refused", sends(text=""), 422),
    # --- Running the lab ---
    Page("new site", "/sites/new/", "owner"),
    Page("new site", "/sites/new/", "owner", "refused", sends(name_fi=""), 422),
    Page("site particulars", "/sites/{lab}/change/", "manager"),
    Page("site particulars", "/sites/{lab}/change/", "manager", "refused", sends(name_fi=""), 422),
    Page("hours", "/sites/{lab}/hours/", "manager"),
    Page("special days", "/sites/{lab}/special-days/", "manager"),
    Page("special days", "/sites/{lab}/special-days/", "manager", "refused", sends(reason_fi=""), 422),
    Page("seats", "/sites/{lab}/seats/", "manager"),
    Page("contacts of a site", "/sites/{lab}/contacts/", "manager"),
    Page("instructions of a site", "/sites/{lab}/instructions/", "manager"),
    Page("organisations", "/organisations/", "owner"),
    Page("organisations", "/organisations/", "owner", "refused", sends(name_fi=""), 422),
    Page("organisation", "/organisations/{organisation}/", "owner"),
    Page("organisation", "/organisations/{partner}/", "owner", "a partner"),
    Page("new domain", "/organisations/{organisation}/domains/", "owner"),
    Page("new domain", "/organisations/{organisation}/domains/", "owner", "refused", sends(domain="@"), 422),
    Page("new agreement", "/organisations/{partner}/agreements/", "owner"),
    Page(
        "new agreement", "/organisations/{partner}/agreements/", "owner", "refused", sends(starts_on=""), 422
    ),
    Page("agreement", "/agreements/{agreement}/", "owner"),
    Page("roles", "/roles/", "owner"),
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
    "api/": MACHINE,
    "admin/": WAGTAIL,
    "media/": FILE,
    "demo/": ONWARD,
    "accounts/oidc/": OUTSIDE,
    "accounts/saml/": OUTSIDE,
    "L/styleguide/": DEVELOPERS,
    "L/me/data.json": FILE,
    "L/me/sessions/": POSTED,
    "L/me/tokens/<int:token>/revocation/": POSTED,
    "L/invitations/<int:invitation>/withdrawal/": POSTED,
    "L/domains/<int:domain>/removal/": POSTED,
    "L/roles/<int:role>/end/": POSTED,
    "L/desk/": ONWARD,
    "L/visits/<int:pk>/visit.ics": FILE,
    "L/visits/<int:pk>/arrival/": POSTED,
    "L/visits/<int:pk>/departure/": POSTED,
    "L/accounts/login/code/": ONWARD,
    "L/accounts/signup/": ONWARD,
    "L/accounts/2fa/authenticate/": KEYS,
    "L/accounts/2fa/reauthenticate/": KEYS,
    "L/accounts/2fa/totp/": KEYS,
    "L/accounts/2fa/recovery-codes/": KEYS,
    "L/accounts/2fa/webauthn/": KEYS,
    "L/blog/rss/": FILE,
    "L/blog/atom/": FILE,
    "L/posts/<int:post>/comments/": POSTED,
    "L/comments/<int:comment>/return/": POSTED,
    "L/comments/<int:comment>/acceptance/": POSTED,
    "L/accessibility-feedback/<int:feedback>/answer/": POSTED,
}
"""Routes without a page, by how they begin, each with its reason; `L` stands for the language."""
