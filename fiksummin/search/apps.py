"""The room of searching."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The index, and questions to it."""

    name = "fiksummin.search"
    verbose_name = "Search"

    def ready(self) -> None:
        """Learn what can be found of the rooms below, listen, and fill the places that pages leave."""
        from fiksummin.search import reactions, slots, tasks  # noqa: F401, PLC0415 -- models need the app registry
        from fiksummin.search.kinds import (  # noqa: PLC0415 -- as above
            circles,  # noqa: F401 -- as above
            events,  # noqa: F401 -- as above
            experiments,  # noqa: F401 -- as above
            ideas,  # noqa: F401 -- as above
            library,  # noqa: F401 -- as above
            spaces,  # noqa: F401 -- as above
        )
