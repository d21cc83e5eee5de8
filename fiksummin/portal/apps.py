"""Pages that belong to no one room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Pages that belong to no one room."""

    name = "fiksummin.portal"
