"""Addresses of the door of an event and of those who take part."""

from django.urls import path

from fiksummin.events.views.door import door

urlpatterns = [
    # The door: who is received, by name or by code.
    path("events/<int:pk>/door/", door.door, name="door"),
    path("events/<int:pk>/door/walk-in/", door.walk_in, name="walk_in"),
    path("places/<str:code>/", door.place_code, name="place_code"),
]
