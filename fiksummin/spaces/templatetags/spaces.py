"""Small pieces of this room's pages."""

from django import template
from django.utils.safestring import SafeString

from fiksummin.spaces.choices import VisitState
from fiksummin.spaces.tables import state_badge

register = template.Library()


@register.simple_tag
def visit_state(state: VisitState) -> SafeString:
    """Say where a visit stands: ``{% visit_state state %}``."""
    return state_badge(state)
