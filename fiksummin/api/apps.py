"""The interface for programs."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The interface for programs."""

    name = "fiksummin.api"
