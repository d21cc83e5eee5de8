"""The room of events."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Events with their space, places, queues, and what people took away."""

    name = "fiksummin.events"
    verbose_name = "Events"

    def ready(self) -> None:
        """Let people's own calendars show the events in which they take part."""
        from fiksummin.events import shelves  # noqa: F401, PLC0415, I001 -- models need the app registry
        from fiksummin.core.calendars import in_own_calendar  # noqa: PLC0415 -- models stand only now
        from fiksummin.events.calendar import own_entries  # noqa: PLC0415 -- as above
        from fiksummin.events import elsewhere  # noqa: PLC0415 -- as above
        from fiksummin.ui import slots  # noqa: PLC0415 -- as above

        in_own_calendar(own_entries)
        slots.fill("site", elsewhere.next_events)
        slots.fill("closing", elsewhere.events_to_lose)
        slots.fill("closures", elsewhere.events_lost)
        slots.fill("circle", elsewhere.circle_events)
        slots.fill("organisation", elsewhere.events_of_organisation)
