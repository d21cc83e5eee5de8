"""Addresses of those who hold events."""

from django.urls import path

from fiksummin.events.views.organise import details, keeping, mine, moving, planning, series, standing

urlpatterns = [
    path("events/new/", planning.event_new, name="event_new"),
    path("events/<int:pk>/change/", planning.event_change, name="event_change"),
    path("events/new/space/", planning.space_look, name="space_look"),
    path("events/<int:pk>/change/space/", planning.space_look, name="event_space_look"),
    path("events/<int:pk>/online/", moving.event_online, name="event_online"),
    path("events/<int:pk>/publication/", standing.event_publication, name="event_publication"),
    path("events/<int:pk>/withdrawal/", standing.event_withdrawal, name="event_withdrawal"),
    path("events/<int:pk>/cancellation/", standing.event_cancellation, name="event_cancellation"),
    path("events/mine/", mine.event_mine, name="event_mine"),
    path("events/<int:pk>/series/", mine.event_series, name="event_series"),
    path("events/<int:pk>/series/new/", series.series_new, name="series_new"),
    path("events/series/<int:pk>/change/", series.series_change, name="series_change"),
    path("events/<int:pk>/template/", mine.event_template, name="event_template"),
    path("events/templates/<int:pk>/removal/", mine.template_removal, name="template_removal"),
    path("events/lists/", keeping.lists, name="lists"),
    *(
        path(f"{what}/{address}", keeping.keep, {"what": what}, name=f"{what}_{name}")
        for what in keeping.LISTS
        for name, address in (("new", "new/"), ("change", "<slug:slug>/change/"))
    ),
    path("kinds/<slug:slug>/questions/", keeping.kind_questions, name="kind_questions"),
    path("seasons/<slug:slug>/plan/", keeping.season_plan, name="season_plan"),
    path("events/<int:pk>/people/", details.event_people, name="event_people"),
    *(
        path(f"events/<int:pk>/{what}/", details.event_rows, {"what": what}, name=f"event_{what}")
        for what in details.ROWS
    ),
    path("events/<int:pk>/materials/<int:material>/file/", details.material_file, name="material_file"),
]
