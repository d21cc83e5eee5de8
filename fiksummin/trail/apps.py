"""The room of the trail."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """One graph of all that people begin here, from the first idea to what came of it."""

    name = "fiksummin.trail"
    verbose_name = "Trail"
