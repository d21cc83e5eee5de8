"""Why somebody cannot follow a thing."""

from django.utils.translation import gettext as _

from fiksummin.notifications.choices import FOLLOWED
from fiksummin.trail.models import Node


def why_not_follow(node: Node) -> str:
    """Say why a thing cannot be followed: campaigns, ideas, experiments and batons can."""
    return "" if node.kind in FOLLOWED else _("This cannot be followed by itself: follow what it came of.")
