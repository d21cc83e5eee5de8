"""The room of events."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Events with their space, places, queues, and what people took away."""

    name = "fiksummin.events"
    verbose_name = "Events"
