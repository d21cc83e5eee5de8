"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Joining(models.TextChoices):
    """How one becomes a member of a community."""

    OPEN = "open", _("open: whoever wants to joins at once")
    CLOSED = "closed", _("closed: one asks to join, and those who keep it answer")


class AskingState(models.TextChoices):
    """Where a request to join, or an invitation, stands."""

    WAITING = "waiting", pgettext_lazy("request", "waits for an answer")
    ACCEPTED = "accepted", pgettext_lazy("request", "accepted")
    DECLINED = "declined", pgettext_lazy("request", "declined")
