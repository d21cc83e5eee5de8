"""The room of experiments."""

from django.apps import AppConfig


class ExperimentsConfig(AppConfig):
    """Experiments and batons."""

    name = "fiksummin.experiments"
    verbose_name = "Experiments"

    def ready(self) -> None:
        """Say how experiments and batons are shown on the trail."""
        from fiksummin.experiments import shelves, slots  # noqa: F401, PLC0415 -- models need the app registry
