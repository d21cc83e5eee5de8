"""Why the lots of an event cannot be counted again."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.choices import Allocation
from fiksummin.events.models import Event


def why_not_recount_lots(event: Event) -> str:
    """Say why there is no file from which the lots of an event are counted again."""
    if event.drawn_at:
        return ""
    if event.allocation != Allocation.LOTTERY:
        return AsItStands(_("The places of this event are not given by lot."))
    return AsItStands(_("The lots are not drawn yet."))
