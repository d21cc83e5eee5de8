"""The style guide, where developers look."""

from django.urls import path

from fiksummin.ui import views

app_name = "ui"
urlpatterns = [
    path("styleguide/", views.styleguide, name="styleguide"),
    path("styleguide/question/", views.question, name="question"),
    path("styleguide/live/", views.live, name="live"),
    path("styleguide/trouble/<int:status>/", views.trouble, name="trouble"),
]
