"""Addresses of this room without a language: programs and screens store them."""

from django.urls import path

from fiksummin.spaces.views import feeds

urlpatterns = [path("calendars/<str:secret>.ics", feeds.feed, name="calendar_feed")]
