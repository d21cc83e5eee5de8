"""How a rule refuses, and the words for moments in it."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.events.models import Event
from fiksummin.ui import when

LONGEST_LINK = 500
_IS_LINK = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Refusal:
    """A sentence, and the field that it is about ("" when it is about none)."""

    sentence: str
    field: str = ""


def say_moment(moment: datetime, event: Event) -> str:
    """Say a day and an hour, with the year, by the clock of the event."""
    return when.spell(moment, zone=event.zone, language=get_language() or "fi")


def why_no_link(link: str) -> str:
    """Say that an address does not lead to a page; "" for none at all."""
    try:
        if link:
            _IS_LINK(link)
    except ValidationError:
        return _("Give a whole address that begins with https:// or http://.")
    return why_too_long(link, LONGEST_LINK)
