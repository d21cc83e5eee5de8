"""Addresses of notices."""

from django.urls import path

from fiksummin.notifications import views

app_name = "notifications"
urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/following/", views.following, name="following"),
    path("notices/following/letters/", views.following_letters, name="following_letters"),
    path("notices/following/<int:node>/", views.follow, name="follow"),
    path("notices/letters/<str:token>/", views.letters_end, name="letters_end"),
]
