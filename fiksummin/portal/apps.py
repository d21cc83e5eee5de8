"""The room where pages of several rooms are put together."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The room where pages of several rooms are put together."""

    name = "fiksummin.portal"
