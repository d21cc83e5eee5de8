"""Addresses of this room without a language: programs and screens store them."""

from django.urls import path

from fiksummin.spaces.views import feeds, screens

urlpatterns = [
    path("calendars/<str:secret>.ics", feeds.feed, name="calendar_feed"),
    path("displays/<str:secret>/", screens.display, name="display"),
    path("displays/<str:secret>/picture/", screens.display_picture, name="display_picture"),
]
