"""The room of places."""

from django.apps import AppConfig


class SpacesConfig(AppConfig):
    """Sites, their hours, what can be claimed there, and visits."""

    name = "fiksummin.spaces"
    verbose_name = "Spaces"
