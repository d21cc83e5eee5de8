"""Stories for development and demos; never in production."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Stories for development and demos; never in production."""

    name = "fiksummin.demo"
