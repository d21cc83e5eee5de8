"""The room of looks: what every page wears."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Tokens, components and behaviours. Knows no domain noun."""

    name = "fiksummin.ui"
    verbose_name = "Look"
