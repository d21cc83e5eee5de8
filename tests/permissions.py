"""Who gets which answer at which address: the whole truth about permissions, in one table.

``tests/test_permissions.py`` tries every line as every persona, and fails for an
address without a line. How a line is read: ``tests/doors/verdicts.py``; the world
in which the doors are tried: ``tests/doors/world.py``. Its visit is the member's,
at the lab where the host and the manager work; ``other_host`` works elsewhere.
POST carries an empty form: 422 says "you may, but fill it in".
"""

from tests.doors.rooms import ROOMS, ROOMS_API
from tests.doors.verdicts import read, read_api

PAGES = read("""
# Health ------------------------------------------------------------------------------------------------
health/live                                  GET   public 200
health/ready                                 GET   public 200
sitemap.xml                                  GET   public 200
robots.txt                                   GET   public 200

# Composed pages ------------------------------------------------------------------------------------------
today/                                       GET   rest 200

# Sites ----------------------------------------------------------------------------------------------------
where/                                       GET   public 200
sites/                                       GET   public 200
sites/<slug:slug>/                           GET   public 200
sites/new/                                   GET   owner 200; rest 404
                                             POST  owner 422; rest 404
sites/<slug:slug>/change/                    GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/hours/                     GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/special-days/              GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/statistics/                GET   rest 200
sites/<slug:slug>/statistics/table.csv       GET   rest 200
sites/<slug:slug>/closures/                  GET   managers 200; rest 404
sites/<slug:slug>/closures/new/              GET   managers 200; rest 404
                                             POST  managers 422; rest 404
closures/<int:pk=closure>/lifting/           GET   managers 200; rest 404
                                             POST  managers 303; rest 404
sites/<slug:slug>/seats/                     GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/contacts/                  GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/instructions/              GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/displays/                  GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/displays/<int:pk=display>/ GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/displays/<int:pk=display>/renewal/      POST  managers 409; rest 404
sites/<slug:slug>/displays/<int:pk=display>/revocation/   POST  managers 303; rest 404
sites/<slug:slug=vaasa>/displays/            GET   owner 200; rest 404
                                             POST  owner 422; rest 404
sites/<slug:slug=vaasa>/change/              GET   owner 200; rest 404
                                             POST  owner 422; rest 404

# Visits ---------------------------------------------------------------------------------------------------
visits/                                      GET   rest 200
visits/new/                                  GET   rest 200
sites/<slug:slug>/visits/new/                GET   rest 200
                                             POST  rest 422; anonymous 303
visits/<int:pk>/                             GET   member hosts 200; rest 404
visits/<int:pk=elsewhere>/                   GET   partner other_host owner 200; rest 404
visits/<int:pk>/change/                      GET   member 200; hosts 403; rest 404
                                             POST  member 422; hosts 403; rest 404
visits/<int:pk=arrived>/change/              GET   member 409; hosts 403; rest 404
                                             POST  member 409; hosts 403; rest 404
visits/<int:pk>/cancellation/                GET   member hosts 200; rest 404
                                             POST  member hosts 303; rest 404
visits/<int:pk=elsewhere>/cancellation/      GET   partner other_host owner 200; rest 404
                                             POST  partner other_host owner 303; rest 404
visits/<int:pk>/visit.ics                    GET   member hosts 200; rest 404
visits/<int:pk=elsewhere>/visit.ics          GET   partner other_host owner 200; rest 404

# Queues, and coming to what one booked ----------------------------------------------------------------------
waitings/                                    GET   rest 200
sites/<slug:slug>/waitings/new/              GET   rest 200
                                             POST  rest 422; anonymous 303
waitings/<int:pk=waiting>/                   GET   member 200; rest 404
waitings/<int:pk=waiting>/leaving/           GET   member 200; rest 404
                                             POST  member 303; rest 404
offers/<int:pk=offer>/                       GET   member 200; rest 404
offers/<int:pk=offer>/acceptance/            POST  member 303; rest 404
offers/<int:pk=offer>/refusal/               GET   member 200; rest 404
                                             POST  member 303; rest 404
codes/<str:token=code>/                      GET   rest 200
codes/<str:token=old_code>/                  GET   public 410
codes/<str:token=forged_code>/               GET   public 404
spaces/<int:pk=coded>/code/                  GET   managers 200; rest 404
                                             POST  managers 303; rest 404
spaces/<int:pk=coded>/code.svg               GET   managers 200; rest 404
bookings/<int:pk=begun>/arrival/             POST  member hosts 303; rest 404
bookings/<int:pk=begun>/arrival/undoing/     POST  hosts 303; member 403; rest 404
bookings/<int:pk=begun>/departure/           GET   member hosts 200; rest 404
                                             POST  member hosts 303; rest 404
bookings/<int:pk=begun>/exemption/           POST  hosts 303; member 403; rest 404
bookings/<int:pk=missed>/release/undoing/    POST  hosts 303; member 403; rest 404

# Bookings, and their approval: the member holds it together with the colleague ---------------------------------
bookings/                                    GET   rest 200
bookings/search/                             GET   public 200
bookings/new/                                GET   rest 200
sites/<slug:slug>/bookings/new/              GET   rest 200
                                             POST  rest 422; anonymous 303
bookings/<int:pk=booking>/                   GET   member colleague hosts 200; rest 404
bookings/<int:pk=booking>/change/            GET   member colleague hosts 200; rest 404
                                             POST  member colleague hosts 422; rest 404
bookings/<int:pk=booking>/cancellation/      GET   member colleague hosts 200; rest 404
                                             POST  member colleague hosts 303; rest 404
bookings/<int:pk=booking>/members/           GET   member colleague hosts 200; rest 404
                                             POST  member colleague hosts 303; rest 404  # nobody else is an answer
bookings/together/<str:token=sharing>/        GET   outsider 200; weak_owner 302; rest 404
                                             POST  outsider 303; weak_owner 404; rest 404
bookings/<int:pk=booking>/again/             POST  member colleague 303; hosts 403; rest 404
bookings/<int:pk=booking>/booking.ics        GET   member colleague hosts 200; rest 404
sites/<slug:slug>/spaces/                    GET   public 200
spaces/<int:pk=space>/                       GET   public 200
sites/<slug:slug>/spaces/new/                GET   managers 200; rest 404
                                             POST  managers 422; rest 404
spaces/<int:pk=space>/change/                GET   managers 200; rest 404
                                             POST  managers 422; rest 404
spaces/<int:pk=space>/layouts/               GET   managers 200; rest 404
                                             POST  managers 422; rest 404
spaces/<int:pk=space>/pictures/              GET   managers 200; rest 404
                                             POST  managers 422; rest 404
spaces/<int:pk=space>/busy-feeds/            GET   managers 200; rest 404
                                             POST  managers 422; rest 404
busy-feeds/<int:pk=busy>/                    GET   managers 200; rest 404
busy-feeds/<int:pk=busy>/reading/            POST  managers 303; rest 404
busy-feeds/<int:pk=busy>/end/                POST  managers 303; rest 404
spaces/<int:pk=space>/retirement/            GET   managers 200; rest 404
                                             POST  managers 403; rest 404  # it is booked
spaces/<int:pk=idle>/retirement/             GET   managers 200; rest 404
                                             POST  managers 303; rest 404
sites/<slug:slug>/copy/                      GET   owner 200; rest 404
                                             POST  owner 422; rest 404
sites/<slug:slug>/parts/                     GET   managers 200; rest 404
parts/<int:pk=part>/retirement/              POST  managers 303; rest 404
sites/<slug:slug>/zones/                     GET   managers 200; rest 404
                                             POST  managers 422; rest 404
sites/<slug:slug>/policies/                  GET   managers 200; rest 404
sites/<slug:slug>/policies/new/              GET   managers 200; rest 404
                                             POST  managers 422; rest 404
policies/<int:pk=policy>/change/             GET   managers 200; rest 404
                                             POST  managers 422; rest 404
calendars/                                   GET   rest 200
                                             POST  rest 422
calendars/<int:pk=feed>/revocation/          POST  member 303; rest 404
sites/<slug:slug>/series/new/                GET   rest 200
                                             POST  rest 422; anonymous 303
series/<int:pk=series>/                      GET   member hosts 200; rest 404
bookings/<int:pk=again>/series/change/       GET   member hosts 200; rest 404
                                             POST  member hosts 422; rest 404
bookings/<int:pk=again>/series/cancellation/ GET   member hosts 200; rest 404
                                             POST  member hosts 422; rest 404
bookings/<int:pk=asked>/                     GET   member hosts 200; rest 404
bookings/<int:pk=asked>/approval/            GET   hosts 200; member 403; rest 404
                                             POST  hosts 303; member 403; rest 404
bookings/<int:pk=asked>/refusal/             GET   hosts 200; member 403; rest 404
                                             POST  hosts 422; member 403; rest 404
bookings/<int:pk=booking>/approval/          GET   member colleague 403; hosts 409; rest 404
                                             POST  member colleague 403; hosts 409; rest 404
places/<int:pk=place>/changeover/            POST  hosts 303; member colleague 403; rest 404
sites/<slug:slug>/desk/approvals/            GET   hosts 200; rest 404
sites/<slug:slug=vaasa>/desk/approvals/      GET   other_host owner 200; rest 404

# The host's desk ------------------------------------------------------------------------------------------
desk/                                        GET   anyhosts 302; rest 404
sites/<slug:slug>/desk/                      GET   hosts 200; rest 404
sites/<slug:slug>/desk/week/                 GET   hosts 200; rest 404
sites/<slug:slug>/desk/<day:day>/            GET   hosts 200; rest 404
sites/<slug:slug=vaasa>/desk/                GET   other_host owner 200; rest 404
sites/<slug:slug>/walk-ins/                  GET   hosts 200; rest 404
                                             POST  hosts 422; rest 404
visits/<int:pk>/arrival/                     POST  hosts 303; member 403; rest 404
visits/<int:pk=elsewhere>/arrival/           POST  other_host owner 303; partner 403; rest 404
visits/<int:pk=arrived>/arrival/undoing/     POST  hosts 303; member 403; rest 404
visits/<int:pk=arrived>/departure/           POST  hosts 303; member 403; rest 404
visits/<int:pk>/messages/                    GET   hosts 200; rest 404
                                             POST  hosts 422; rest 404

# The roster, and requests for help and reports --------------------------------------------------------------
sites/<slug:slug>/roster/                    GET   hosts 200; rest 404
                                             POST  managers 303; host 403; rest 404  # copies the week
sites/<slug:slug=vaasa>/roster/              GET   other_host owner 200; rest 404
                                             POST  owner 303; other_host 403; rest 404
sites/<slug:slug>/roster/new/                GET   hosts 200; rest 404
                                             POST  hosts 422; rest 404
shifts/<int:pk=shift>/change/                GET   hosts 200; rest 404
                                             POST  hosts 422; rest 404
shifts/<int:pk=shift>/removal/               GET   hosts 200; rest 404
                                             POST  hosts 303; rest 404
shifts/<int:pk=other_shift>/change/          GET   managers 200; host 403; rest 404
                                             POST  managers 422; host 403; rest 404
shifts/<int:pk=other_shift>/removal/         GET   managers 200; host 403; rest 404
                                             POST  managers 303; host 403; rest 404
sites/<slug:slug>/reports/new/               GET   public 200
                                             POST  public 422
sites/<slug:slug>/desk/reports/              GET   hosts 200; rest 404
sites/<slug:slug=vaasa>/desk/reports/        GET   other_host owner 200; rest 404
reports/                                     GET   rest 200
reports/<str:token=report_token>/            GET   public 200  # the link is the key
reports/<str:token=no_token>/                GET   public 404
reports/<int:pk=report>/sight/               POST  hosts 303; member 403; rest 404
reports/<int:pk=report>/answer/              GET   hosts 200; member 403; rest 404
                                             POST  hosts 422; member 403; rest 404
reports/<int:pk=report>/closing/             POST  hosts 303; member 403; rest 404

# My data --------------------------------------------------------------------------------------------------
me/                                          GET   rest 200
                                             POST  rest 422
me/address/                                  GET   rest 302  # their sign-in is no longer fresh
                                             POST  rest 302
me/address/code/                             GET   rest 302
                                             POST  rest 302
me/data/                                     GET   rest 200
me/data.json                                 GET   rest 200
me/erasure/                                  GET   rest 200
                                             POST  rest 422
erased/                                      GET   public 200
me/sessions/                                 POST  rest 303
me/tokens/                                   GET   rest 302  # their sign-in is no longer fresh
                                             POST  rest 302
me/tokens/<int:token>/revocation/            POST  member 303; rest 404
me/second-step/                              GET   staff weak_owner 200; rest 404

# Signing in, where the pages are our own ------------------------------------------------------------------
accounts/login/                              GET   anonymous 200; rest 302
                                             POST  anonymous 422; rest 302
accounts/login/code/                         GET   public 302
accounts/login/code/confirm/                 GET   public 302  # without a code that was asked for
                                             POST  public 302
accounts/signup/                             GET   public 302
accounts/reauthenticate/                     GET   rest 200
                                             POST  rest 303
accounts/saml/<slug:organization_slug>/sls/  GET   public 302  # ends no session

# Guests ---------------------------------------------------------------------------------------------------
invitations/                                 GET   rest 200
                                             POST  rest 422
invitations/<int:invitation>/withdrawal/     POST  member 303; rest 404
invitations/<str:secret>/                    GET   public 200  # the link is the key
                                             POST  public 422

# Organisations and roles ------------------------------------------------------------------------------------
organisations/                               GET   owner 200; rest 404
                                             POST  owner 422; rest 404
organisations/<int:organisation>/            GET   owner 200; rest 404
                                             POST  owner 422; rest 404
organisations/<int:organisation>/work/       GET   guest 404; rest 200
organisations/<int:organisation>/domains/    GET   owner 200; rest 404
                                             POST  owner 422; rest 404
organisations/<int:organisation>/agreements/ GET   owner 200; rest 404
                                             POST  owner 422; rest 404
domains/<int:domain>/removal/                POST  owner 303; rest 404
agreements/<int:agreement>/                  GET   owner 200; rest 404
                                             POST  owner 422; rest 404
roles/                                       GET   managers 200; rest 404
                                             POST  managers 422; rest 404
roles/<int:role>/end/                        POST  managers 303; rest 404
roles/<int:role=elsewhere_role>/end/         POST  owner 303; rest 404
roles/<int:role=owner_role>/end/             POST  owner 303; rest 404

# The blog and its talk ----------------------------------------------------------------------------------------
blog/rss/                                    GET   public 200
blog/atom/                                   GET   public 200
blog/tags/                                   GET   public 200
blog/tags/<path:name>/                       GET   public 200
posts/<int:post>/comments/                   POST  rest 422
posts/<int:post=hidden>/comments/            POST  public 404
comments/reports/                            GET   editors 200; rest 404
comments/<int:comment>/removal/              GET   member editors 200; rest 404
                                             POST  member 303; editors 422; rest 404
comments/<int:comment=removed>/removal/      GET   editors 200; rest 404
                                             POST  editors 422; rest 404
comments/<int:comment=removed>/return/       POST  editors 303; rest 404
comments/<int:comment>/report/               GET   rest 200
                                             POST  member 403; rest 303
comments/<int:comment=removed>/report/       GET   editors 200; rest 404
                                             POST  editors 403; rest 404
comments/<int:comment>/acceptance/           POST  editors 303; rest 404

# Accessibility feedback ---------------------------------------------------------------------------------------
accessibility-feedback/                      GET   editors 200; rest 404
accessibility-feedback/new/                  GET   public 200
                                             POST  public 422
accessibility-feedback/<int:feedback>/       GET   editors 200; rest 404
accessibility-feedback/<int:feedback>/answer/ POST editors 422; rest 404
accessibility-feedback/mine/<str:token>/     GET   public 200  # the link is the key

# The editors' side, where it is our own; the rest is Wagtail's ------------------------------------------------------
admin/account/                               GET   editors 302; rest 404
                                             OTHER editors 405; rest 404
admin/logout/                                POST  editors 303; rest 404
                                             OTHER editors 405; rest 404
admin/reports/untranslated/                  GET   editors 200; rest 404
                                             OTHER editors 405; rest 404

# Files, and the style guide, which is there for developers only ---------------------------------------------------
media/<path:name=no_file>                    GET   public 404
calendars/<str:secret=no_secret>.ics         GET   public 404
displays/<str:secret=door_sign>/             GET   public 200
displays/<str:secret=lobby_screen>/          GET   public 200
displays/<str:secret=no_secret>/             GET   public 404
displays/<str:secret=door_sign>/picture/     GET   public 200
displays/<str:secret=lobby_screen>/picture/  GET   public 200
displays/<str:secret=no_secret>/picture/     GET   public 404
styleguide/                                  ANY   public 404
styleguide/question/                         GET   public 404
styleguide/live/                             GET   public 404
styleguide/trouble/<int:status>/             GET   public 404
""")

PAGES += ROOMS

EDITED = read(
    """
(start)                                      GET   public 200
blog/                                        GET   public 200
blog/kirjoitus/                              GET   public 200
blog/luonnos/                                GET   public 404
privacy/                                     GET   public 200
no/such/page/                                GET   public 404
""",
    within=r"re:^((?:[\w\-]+/)*)$",
)
"""Pages that editors make stand at addresses of their choice, below one pattern."""

API = read_api("""
api/v1/                                      GET   public 200
api/v1/openapi.json                          GET   public 200
api/v1/sites                                 GET   rest 200
api/v1/sites/<slug:slug>                     GET   rest 200
api/v1/sites/<slug:slug>/days/<date>         GET   rest 200
api/v1/sites/<slug:slug>/expected            GET   hosts 200; rest 403
api/v1/sites/<slug:slug=vaasa>/expected      GET   other_host owner 200; rest 403
api/v1/visits                                GET   rest 200
                                             POST  rest 422
api/v1/visits/<int:visit>                    GET   member hosts 200; rest 404
api/v1/visits/<int:visit=elsewhere>          GET   partner other_host owner 200; rest 404
api/v1/visits/<int:visit>/cancellation       POST  member hosts 200; rest 404
api/v1/visits/<int:visit=elsewhere>/cancellation POST partner other_host owner 200; rest 404
api/v1/spaces                                GET   rest 200
api/v1/spaces/<int:space=coded>              GET   rest 200
api/v1/spaces/<int:space=coded>/timeline     GET   rest 200
api/v1/sites/<slug:slug>/timeline            GET   rest 200
api/v1/sites/<slug:slug>/sign                GET   rest 200
api/v1/availability                          GET   rest 200
api/v1/bookings                              GET   rest 200
                                             POST  rest 422
api/v1/bookings/preview                      POST  rest 422
api/v1/bookings/series                       POST  rest 422
api/v1/bookings/series/preview               POST  rest 422
api/v1/bookings/<int:booking>                GET   member colleague hosts 200; rest 404
                                             PATCH rest 422
api/v1/bookings/<int:booking>/cancellation   POST  member colleague hosts 200; rest 404
api/v1/waitings                              GET   rest 200
                                             POST  rest 422
api/v1/bookings/<int:booking=begun>/check-in POST  member hosts 200; rest 404
api/<anything:rest>                          ANY   public 404
""")
API += ROOMS_API

GROUPS = {
    "accounts/": "signing in and one's own ways to: allauth's, each for whoever asks; tests/people",
    "admin/": "the editors' side: Wagtail's, shut to everybody else; tests/site, and below as a whole",
    "media/documents/": "documents that editors brought, open to whoever has the link: tests/site/test_files.py",
}
"""Addresses of others' views, taken in whole by their beginning, each with its reason; a view of ours needs a row."""
