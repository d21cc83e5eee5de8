"""How a rule refuses, and the words for moments in it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.events.models import Event
from fiksummin.ui import when


@dataclass(frozen=True)
class Refusal:
    """A sentence, and the field that it is about ("" when it is about none)."""

    sentence: str
    field: str = ""


def say_moment(moment: datetime, event: Event) -> str:
    """Say a day and an hour, with the year, by the clock of the event."""
    return when.spell(moment, zone=event.zone, language=get_language() or "fi")


def why_too_long(text: str, most: int) -> str:
    """Say that a text is longer than ``most`` characters."""
    if len(text) <= most:
        return ""
    sentence = _("The text is too long: %(length)d characters, at most %(most)d.")
    return sentence % {"length": len(text), "most": most}
