"""Addresses of the door of an event and of those who take part."""

from django.urls import path

from fiksummin.events.views.door import door, presses
from fiksummin.events.views.participants import following, guests, messages, participants

urlpatterns = [
    # The door: who is received, by name or by code.
    path("events/<int:pk>/door/", door.door, name="door"),
    path("events/<int:pk>/door/walk-in/", door.walk_in, name="walk_in"),
    path("events/<int:pk>/door/presses/", presses.presses, name="door_presses"),
    path("events/<int:pk>/door/offline/", presses.shell, name="door_shell"),
    path("events/<int:pk>/door/worker.js", presses.worker, name="door_worker"),
    path("places/<str:code>/", door.place_code, name="place_code"),
    # Those who take part.
    path("events/<int:pk>/participants/", participants.participants, name="participants"),
    path("events/<int:pk>/participants/table.csv", participants.participant_table, name="participant_table"),
    path("events/<int:pk>/participants/paper/", participants.participant_paper, name="participant_paper"),
    path("events/<int:pk>/audit/", participants.audit, name="audit"),
    path("registrations/<int:pk>/priority/", participants.priority, name="priority"),
    path("registrations/<int:pk>/removal/", participants.removal, name="removal"),
    path("events/<int:pk>/participants/letters/", messages.messages, name="messages"),
    path("events/<int:pk>/guests/", guests.guests, name="guests"),
    path("events/<int:pk>/guests/<int:link>/withdrawal/", guests.guest_withdrawal, name="guest_withdrawal"),
    path("events/<int:pk>/follow/", following.follow, name="follow"),
    path("events/<int:pk>/follow/end/", following.follow_end, name="follow_end"),
]
