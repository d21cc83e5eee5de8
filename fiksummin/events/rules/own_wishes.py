"""Why somebody who registered cannot wish something for herself now."""

from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.models import Registration
from fiksummin.events.rules.places import why_not_own, why_not_standing
from fiksummin.people.models import Person


def why_not_choose_offer(
    registration: Registration, person: Person | None, at: datetime, secret: str = ""
) -> str:
    """Say why she cannot choose whether she is asked first."""
    refusal = why_not_own(registration, person, secret) or why_not_standing(registration, at)
    if refusal or registration.pool_id is None:
        return refusal
    return AsItStands(_("A place is yours or held for you already."))


def why_not_show_name(
    registration: Registration, person: Person | None, at: datetime, secret: str = ""
) -> str:
    """Say why she cannot be shown to the others who have a place; taking it back is possible as long."""
    return why_not_own(registration, person, secret) or why_not_standing(registration, at)
