"""Words with a fixed meaning."""

from django.db import models


class Audience(models.TextChoices):
    """For whom a thing is, roughly: only so that others need not be asked about it. Who sees it is asked of its room."""

    PUBLIC = "public", "public"
    MEMBERS = "members", "members"
    FEW = "few", "few"
