"""Why a calendar elsewhere is not read."""

from django.utils.translation import gettext as _

from fiksummin.spaces.models import BusyFeed


def why_not_read(feed: BusyFeed) -> str:
    """Say why a feed cannot be read now."""
    return _("This calendar is not read any more.") if feed.ended_at or feed.space.retired_at else ""
