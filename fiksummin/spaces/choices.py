"""Words with a fixed meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SiteKind(models.TextChoices):
    """What kind of place a site is. None of them belongs to one agency alone."""

    LAB = "lab", _("co-creation lab")
    SHARED_OFFICE = "shared_office", _("shared office")
    SERVICE_POINT = "service_point", _("joint customer service point")


class ServiceLanguage(models.TextChoices):
    """In what one is served at a site."""

    FI = "fi", pgettext_lazy("language of service", "Finnish")
    SV = "sv", pgettext_lazy("language of service", "Swedish")
    EN = "en", pgettext_lazy("language of service", "English")


class CellKind(models.TextChoices):
    """What cannot be in two places."""

    SEAT = "seat", _("seat")


class Weekday(models.IntegerChoices):
    """Days of the week, Monday first, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class VisitState(models.TextChoices):
    """Where a visit stands today."""

    EXPECTED = "expected", _("expected")
    HERE = "here", _("here now")
    LEFT = "left", _("left")
    CANCELLED = "cancelled", _("cancelled")
    MISSED = "missed", _("did not come")
