"""The public site."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public site."""

    name = "fiksummin.site"
    label = "site"
