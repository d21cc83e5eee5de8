"""What is to be said of an event in a word with an icon."""

from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.events import rules
from fiksummin.events.choices import EventState
from fiksummin.events.models import Event
from fiksummin.events.queries.words import free_words
from fiksummin.ui.templatetags.ui import badge

TONES = {
    EventState.DRAFT: "wait",
    EventState.CANCELLED: "stop",
    EventState.COMING: "",
    EventState.ON: "good",
    EventState.OVER: "off",
}


def event_state(state: EventState) -> SafeString:
    """Say where an event stands: a word with an icon."""
    return badge(str(EventState(state).label).capitalize(), TONES[EventState(state)])


def free_places(event: Event, at: datetime) -> SafeString:
    """Say how many places are free, each mode for itself: words with an icon."""
    if rules.why_not_open(event, at):
        return SafeString("")
    free = sum(pool.free for pool in event.pools.all())
    words = free_words(event) or _("Full")
    return badge(words, "good" if free else "wait")
