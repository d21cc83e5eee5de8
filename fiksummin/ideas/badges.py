"""Where an idea stands, as a word with an icon."""

from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.ideas.choices import IdeaState
from fiksummin.ui import when
from fiksummin.ui.templatetags.ui import badge

TONES: Final = {
    IdeaState.OPEN: "wait",
    IdeaState.CONSIDERED: "wait",
    IdeaState.ACCEPTED: "good",
    IdeaState.TRIED: "good",
    IdeaState.CARRIED_OUT: "good",
    IdeaState.DECLINED: "off",
    IdeaState.MERGED: "off",
    IdeaState.WITHDRAWN: "off",
}


def state_badge(state: str, *, is_late: bool) -> SafeString:
    """Say where an idea stands; ``is_late``: it is open, and its day is past."""
    if is_late:
        return badge(_("The answer is late"), "stop", icon="triangle-alert")
    found = IdeaState(state)
    return badge(when.capital(str(found.label)), TONES[found])
