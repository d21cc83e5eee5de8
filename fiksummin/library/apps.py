"""The room of the library."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Models, tools, tips, methods and their use."""

    name = "fiksummin.library"
    verbose_name = "Library"

    def ready(self) -> None:
        """Say how the things of the library are shown on the trail, and on the page of an organisation."""
        from fiksummin.library import shelves, slots  # noqa: F401, PLC0415 -- models need the app registry
