"""Addresses at which events are found: a part of ``urls.py``."""

from django.urls import path

from fiksummin.events.views import calendar, feeds, finding, sharing, themes

urlpatterns = [
    path("events/", finding.event_list, name="event_list"),
    path("events/events.ics", feeds.calendar_file, name="calendar_file"),
    path("events/rss/", feeds.news, {"kind": "rss"}, name="rss"),
    path("events/atom/", feeds.news, {"kind": "atom"}, name="atom"),
    path("events/feeds/", feeds.feed_list, name="feeds"),
    path("events/<int:pk>/poster/", sharing.poster, name="poster"),
    path("events/series/<int:pk>/", themes.series, name="series"),
    path("themes/", themes.theme_list, name="theme_list"),
    path("themes/<slug:slug>/", themes.theme, name="theme"),
    path("seasons/<slug:slug>/", themes.season, name="season"),
    path("circles/<int:pk>/events/", themes.circle, name="circle"),
    path("events/months/<int:year>-<int:month>/", calendar.month, name="month"),
    path("events/weeks/<int:year>-<int:number>/", calendar.week, name="week"),
    path("events/years/<int:year>/", calendar.past, name="past"),
]
