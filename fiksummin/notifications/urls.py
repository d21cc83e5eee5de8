"""Addresses of notices."""

from django.urls import path

from fiksummin.notifications.views import notices, words

app_name = "notifications"
urlpatterns = [
    path("notices/", notices.notices, name="notices"),
    path("notices/seen/", notices.seen, name="seen"),
    path("notices/following/", notices.following, name="following"),
    path("notices/following/letters/", notices.following_letters, name="following_letters"),
    path("notices/following/<int:node>/", notices.follow, name="follow"),
    path("notices/words/<int:pk>/", words.word, name="word"),
    path("campaigns/<slug:slug>/words/new/", words.word_new, name="word_new"),
    path("notices/letters/<str:token>/", notices.letters_end, name="letters_end"),
]
