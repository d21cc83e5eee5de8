"""Small pieces of this room's pages."""

from django import template
from django.utils.safestring import SafeString

from fiksummin.spaces import days
from fiksummin.spaces.choices import BookingState, ReportKind, VisitState
from fiksummin.spaces.models import Report
from fiksummin.spaces.tables import booking_badge, state_badge

register = template.Library()


@register.simple_tag
def visit_state(state: VisitState) -> SafeString:
    """Say where a visit stands: ``{% visit_state state %}``."""
    return state_badge(state)


@register.simple_tag
def booking_state(state: BookingState) -> SafeString:
    """Say where a booking stands: ``{% booking_state state %}``."""
    return booking_badge(state)


register.simple_tag(days.open_hours)
register.simple_tag(days.free, name="free_seats")
register.simple_tag(days.free_hours)
register.simple_tag(days.choices, name="days_to_choose")


@register.filter
def noun(report: Report) -> str:
    """Name a report as the hosts do: ``{{ report|noun }}``."""
    return ReportKind(report.kind).noun
