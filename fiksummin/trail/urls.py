"""Addresses of the trail."""

from django.urls import path

from fiksummin.trail import views

app_name = "trail"
urlpatterns = [
    path("trail/", views.own, name="own"),
    path("trail/<slug:kind>/<int:number>/", views.story, name="story"),
]
