"""The room of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and the organisations they come from."""

    name = "fiksummin.people"
    verbose_name = "People"

    def ready(self) -> None:
        """Listen to the sign-in machinery."""
        from fiksummin.people import signals  # noqa: F401, PLC0415 -- importing is listening; models stand now
