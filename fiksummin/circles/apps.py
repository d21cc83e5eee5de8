"""The room of communities."""

from django.apps import AppConfig


class CirclesConfig(AppConfig):
    """Communities, their members, and who asks to join."""

    name = "fiksummin.circles"
    verbose_name = "Communities"
