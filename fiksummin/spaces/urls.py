"""Addresses of this room: nouns, the same in every language."""

from datetime import date

from django.urls import path, register_converter

from fiksummin.spaces.views import (
    approvals,
    arrivals,
    bookings,
    busy,
    closures,
    copying,
    desk,
    displays,
    feeds,
    furnishing,
    managing,
    parts,
    pictures,
    reports,
    roster,
    searching,
    series,
    sharing,
    sites,
    spaces,
    statistics,
    visits,
    waiting,
    where,
)


class DayInAddress:
    """A day of this century, as in ``2026-11-24``."""

    regex = r"20\d\d-\d\d-\d\d"

    def to_python(self, value: str) -> date:
        """Raise ValueError for what is no day: then the address does not exist."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write the day."""
        return value.isoformat()


register_converter(DayInAddress, "day")

app_name = "spaces"
urlpatterns = [
    path("where/", where.where, name="where"),
    path("sites/", sites.site_list, name="site_list"),
    path("sites/new/", managing.site_new, name="site_new"),
    path("sites/<slug:slug>/", sites.site, name="site"),
    path("sites/<slug:slug>/change/", managing.site_change, name="site_change"),
    path("sites/<slug:slug>/hours/", managing.site_hours, name="site_hours"),
    path("sites/<slug:slug>/special-days/", managing.site_special_days, name="site_special_days"),
    path("sites/<slug:slug>/seats/", managing.site_seats, name="site_seats"),
    path("sites/<slug:slug>/contacts/", managing.site_contacts, name="site_contacts"),
    path("sites/<slug:slug>/instructions/", managing.site_instructions, name="site_instructions"),
    path("sites/<slug:slug>/displays/", displays.displays, name="displays"),
    path("sites/<slug:slug>/displays/<int:pk>/", displays.display, name="display"),
    path("sites/<slug:slug>/displays/<int:pk>/renewal/", displays.display_renewal, name="display_renewal"),
    path(
        "sites/<slug:slug>/displays/<int:pk>/revocation/",
        displays.display_revocation,
        name="display_revocation",
    ),
    path("sites/<slug:slug>/visits/new/", visits.visit_new, name="visit_new"),
    path("sites/<slug:slug>/desk/", desk.desk_day, name="desk_day"),
    path("sites/<slug:slug>/desk/week/", desk.desk_week, name="desk_week"),
    path("sites/<slug:slug>/desk/<day:day>/", desk.desk_day, name="desk_day"),
    path("sites/<slug:slug>/walk-ins/", desk.walk_in, name="walk_in"),
    path("sites/<slug:slug>/spaces/", spaces.space_list, name="space_list"),
    path("sites/<slug:slug>/spaces/new/", furnishing.space_new, name="space_new"),
    path("sites/<slug:slug>/copy/", copying.site_copy, name="site_copy"),
    path("sites/<slug:slug>/parts/", parts.parts, name="parts"),
    path("parts/<int:pk>/retirement/", parts.part_retirement, name="part_retirement"),
    path("sites/<slug:slug>/zones/", furnishing.zones, name="zones"),
    path("sites/<slug:slug>/policies/", furnishing.policies, name="policies"),
    path("sites/<slug:slug>/policies/new/", furnishing.policy_new, name="policy_new"),
    path("policies/<int:pk>/change/", furnishing.policy_change, name="policy_change"),
    path("spaces/<int:pk>/", spaces.space, name="space"),
    path("spaces/<int:pk>/change/", furnishing.space_change, name="space_change"),
    path("spaces/<int:pk>/layouts/", furnishing.layouts, name="layouts"),
    path("spaces/<int:pk>/pictures/", pictures.pictures, name="pictures"),
    path("spaces/<int:pk>/retirement/", furnishing.space_retirement, name="space_retirement"),
    path("sites/<slug:slug>/series/new/", series.series_new, name="series_new"),
    path("series/<int:pk>/", series.series, name="series"),
    path("bookings/<int:pk>/series/change/", series.series_change, name="series_change"),
    path("bookings/<int:pk>/series/cancellation/", series.series_cancellation, name="series_cancellation"),
    path("sites/<slug:slug>/statistics/", statistics.statistics, name="statistics"),
    path("sites/<slug:slug>/statistics/table.csv", statistics.statistics_table, name="statistics_table"),
    path("sites/<slug:slug>/closures/", closures.closure_list, name="closure_list"),
    path("sites/<slug:slug>/closures/new/", closures.closure_new, name="closure_new"),
    path("closures/<int:pk>/lifting/", closures.closure_lifting, name="closure_lifting"),
    path("sites/<slug:slug>/roster/", roster.roster, name="roster"),
    path("sites/<slug:slug>/roster/new/", roster.shift_new, name="shift_new"),
    path("shifts/<int:pk>/change/", roster.shift_change, name="shift_change"),
    path("shifts/<int:pk>/removal/", roster.shift_removal, name="shift_removal"),
    path("sites/<slug:slug>/reports/new/", reports.report_new, name="report_new"),
    path("sites/<slug:slug>/desk/reports/", reports.report_list, name="report_list"),
    path("reports/", reports.report_mine, name="report_mine"),
    path("reports/<str:token>/", reports.report, name="report"),
    path("reports/<int:pk>/sight/", reports.report_sight, name="report_sight"),
    path("reports/<int:pk>/answer/", reports.report_answer, name="report_answer"),
    path("reports/<int:pk>/closing/", reports.report_closing, name="report_closing"),
    path("sites/<slug:slug>/bookings/new/", bookings.booking_new, name="booking_new"),
    path("sites/<slug:slug>/desk/approvals/", approvals.approvals, name="approvals"),
    path("bookings/", bookings.booking_list, name="booking_list"),
    path("bookings/search/", searching.booking_search, name="booking_search"),
    path("bookings/new/", bookings.booking_choice, name="booking_choice"),
    path("bookings/<int:pk>/", bookings.booking, name="booking"),
    path("bookings/<int:pk>/change/", bookings.booking_change, name="booking_change"),
    path("bookings/<int:pk>/cancellation/", bookings.booking_cancellation, name="booking_cancellation"),
    path("bookings/together/<str:token>/", sharing.booking_sharing, name="booking_sharing"),
    path("bookings/<int:pk>/members/", bookings.booking_members, name="booking_members"),
    path("bookings/<int:pk>/again/", bookings.booking_again, name="booking_again"),
    path("bookings/<int:pk>/booking.ics", bookings.booking_calendar, name="booking_calendar"),
    path("bookings/<int:pk>/approval/", approvals.booking_approval, name="booking_approval"),
    path("bookings/<int:pk>/refusal/", approvals.booking_refusal, name="booking_refusal"),
    path("places/<int:pk>/changeover/", approvals.changeover, name="changeover"),
    path("bookings/<int:pk>/arrival/", arrivals.booking_arrival, name="booking_arrival"),
    path(
        "bookings/<int:pk>/arrival/undoing/", arrivals.booking_arrival_undoing, name="booking_arrival_undoing"
    ),
    path("bookings/<int:pk>/departure/", arrivals.booking_departure, name="booking_departure"),
    path("bookings/<int:pk>/exemption/", arrivals.booking_exemption, name="booking_exemption"),
    path("bookings/<int:pk>/release/undoing/", arrivals.booking_return, name="booking_return"),
    path("spaces/<int:pk>/busy-feeds/", busy.busy_feeds, name="busy_feeds"),
    path("busy-feeds/<int:pk>/", busy.busy_feed, name="busy_feed"),
    path("busy-feeds/<int:pk>/reading/", busy.busy_feed_reading, name="busy_feed_reading"),
    path("busy-feeds/<int:pk>/end/", busy.busy_feed_end, name="busy_feed_end"),
    path("codes/<str:token>/", arrivals.code, name="code"),
    path("spaces/<int:pk>/code/", arrivals.space_code, name="space_code"),
    path("spaces/<int:pk>/code.svg", arrivals.space_code_picture, name="space_code_picture"),
    path("waitings/", waiting.waiting_list, name="waiting_list"),
    path("sites/<slug:slug>/waitings/new/", waiting.waiting_new, name="waiting_new"),
    path("waitings/<int:pk>/", waiting.waiting, name="waiting"),
    path("waitings/<int:pk>/leaving/", waiting.waiting_leaving, name="waiting_leaving"),
    path("offers/<int:pk>/", waiting.offer, name="offer"),
    path("offers/<int:pk>/acceptance/", waiting.offer_acceptance, name="offer_acceptance"),
    path("offers/<int:pk>/refusal/", waiting.offer_refusal, name="offer_refusal"),
    path("calendars/", feeds.feeds, name="feeds"),
    path("calendars/<int:pk>/revocation/", feeds.feed_revocation, name="feed_revocation"),
    path("desk/", desk.desk, name="desk"),
    path("visits/", visits.visit_list, name="visit_list"),
    path("visits/new/", visits.visit_choice, name="visit_choice"),
    path("visits/<int:pk>/", visits.visit, name="visit"),
    path("visits/<int:pk>/change/", visits.visit_change, name="visit_change"),
    path("visits/<int:pk>/cancellation/", visits.visit_cancellation, name="visit_cancellation"),
    path("visits/<int:pk>/visit.ics", visits.visit_calendar, name="visit_calendar"),
    path("visits/<int:pk>/arrival/", desk.arrival, name="arrival"),
    path("visits/<int:pk>/arrival/undoing/", desk.arrival_undo, name="arrival_undo"),
    path("visits/<int:pk>/departure/", desk.departure, name="departure"),
    path("visits/<int:pk>/messages/", desk.message, name="message"),
]
