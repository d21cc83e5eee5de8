"""The room of ideas."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    """Ideas, from the question that asked for them to the answer with its reason."""

    name = "fiksummin.ideas"
    verbose_name = "Ideas"

    def ready(self) -> None:
        """Say how ideas are shown on the trail."""
        from fiksummin.ideas import shelves, slots  # noqa: F401, PLC0415 -- models need the app registry
