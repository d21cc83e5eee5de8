"""Addresses of this room: nouns, the same in every language. Each part of the room has a block of its own."""

from django.urls import path

from fiksummin.events.views import events

app_name = "events"
urlpatterns = [
    # What is on, and one event.
    path("events/", events.event_list, name="event_list"),
    path("events/<int:pk>/", events.event, name="event"),
]
