"""How a rule refuses, and the words for moments in it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

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
