"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.trail.choices import NodeKind


class Kind(models.TextChoices):
    """Why somebody is told: there are these two, and the weekly letter will read the same ledger."""

    ABOUT = "about", _("about me")
    FOLLOW = "follow", _("what I follow")


class State(models.TextChoices):
    """Where a notice stands: it is new, and then becomes one of the others for good."""

    UNREAD = "unread", pgettext_lazy("notice", "new")
    SHOWN = "shown", pgettext_lazy("notice", "seen on the page")
    MAILED = "mailed", pgettext_lazy("notice", "sent by mail")
    DROPPED = "dropped", pgettext_lazy("notice", "let go")


SETTLED = (State.SHOWN, State.MAILED, State.DROPPED)
"""What a notice becomes, once and for good."""
FOLLOWED = (
    NodeKind.CAMPAIGN,
    NodeKind.IDEA,
    NodeKind.EXPERIMENT,
    NodeKind.BATON,
    NodeKind.MODEL,
    NodeKind.TOOL,
    NodeKind.TIP,
    NodeKind.METHOD,
)
"""What on the trail one can follow: its steps, and what comes of it."""
