"""Addresses of this room: nouns, the same in every language."""

from django.urls import path

from fiksummin.search import views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    path("search/tried/", views.tried, name="tried"),
]
