"""Addresses of those who hold events."""

from django.urls import path

from fiksummin.events.views.organise import planning, standing

urlpatterns = [
    path("events/new/", planning.event_new, name="event_new"),
    path("events/<int:pk>/change/", planning.event_change, name="event_change"),
    path("events/<int:pk>/publication/", standing.event_publication, name="event_publication"),
    path("events/<int:pk>/withdrawal/", standing.event_withdrawal, name="event_withdrawal"),
    path("events/<int:pk>/cancellation/", standing.event_cancellation, name="event_cancellation"),
]
