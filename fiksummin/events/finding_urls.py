"""Addresses at which events are found: a part of ``urls.py``."""

from django.urls import path

from fiksummin.events.views import calendar, finding

urlpatterns = [
    path("events/", finding.event_list, name="event_list"),
    path("events/months/<int:year>-<int:month>/", calendar.month, name="month"),
    path("events/weeks/<int:year>-<int:number>/", calendar.week, name="week"),
    path("events/years/<int:year>/", calendar.past, name="past"),
]
