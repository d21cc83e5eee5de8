"""Addresses that have no page in the catalogue, each with its reason; a key that ends in ``*`` is the beginning of many."""

POSTED = "answers POST only, with a redirect to a page of the catalogue"
FILE = "a file, not a page"
PART = "a part of a page of the catalogue, which fetches it"
MACHINE = "for programs, not for people"
ONWARD = "only leads on to a page of the catalogue"
OUTSIDE = "leads to and from an organisation's own sign-in; tests/people walks it with real ones"
KEYS = "needs a key or an app in the hand; tests/people walks it"
WAGTAIL = "Wagtail's own pages for editors"
DEVELOPERS = "there in development only; tests/ui walks it"

NO_PAGES = {
    "health/live": MACHINE,
    "health/ready": MACHINE,
    "sitemap.xml": MACHINE,
    "robots.txt": MACHINE,
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
    "L/parts/<int:pk>/retirement/": POSTED,
    "L/sites/<slug:slug>/statistics/table.csv": FILE,
    "L/calendars/<int:pk>/revocation/": POSTED,
    "L/busy-feeds/<int:pk>/reading/": POSTED,
    "L/busy-feeds/<int:pk>/end/": POSTED,
    "calendars/<str:secret>.ics": FILE,
    "displays/<str:secret>/picture/": PART,
    "L/sites/<slug:slug>/displays/<int:pk>/renewal/": POSTED,
    "L/sites/<slug:slug>/displays/<int:pk>/revocation/": POSTED,
    "L/visits/<int:pk>/arrival/": POSTED,
    "L/visits/<int:pk>/arrival/undoing/": POSTED,
    "L/bookings/<int:pk>/arrival/": POSTED,
    "L/bookings/<int:pk>/arrival/undoing/": POSTED,
    "L/bookings/<int:pk>/exemption/": POSTED,
    "L/bookings/<int:pk>/release/undoing/": POSTED,
    "L/offers/<int:pk>/acceptance/": POSTED,
    "L/registrations/<int:pk>/acceptance/": POSTED,
    "L/registrations/<int:pk>/mode/": POSTED,
    "L/registrations/<int:pk>/registration.ics": FILE,
    "L/guests/<str:secret>/acceptance/": POSTED,
    "L/guests/<str:secret>/mode/": POSTED,
    "L/guests/<str:secret>/registration.ics": FILE,
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
