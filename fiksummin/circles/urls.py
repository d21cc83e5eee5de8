"""Addresses of this room: nouns, the same in every language."""

from django.urls import path

from fiksummin.circles.views import circles, members, requests

app_name = "circles"
urlpatterns = [
    path("circles/", circles.circle_list, name="circle_list"),
    path("circles/new/", circles.circle_new, name="circle_new"),
    path("circles/<int:pk>/", circles.circle, name="circle"),
    path("circles/<int:pk>/change/", circles.circle_change, name="circle_change"),
    path("circles/<int:pk>/ending/", circles.circle_ending, name="circle_ending"),
    path("circles/<int:pk>/joining/", members.joining, name="joining"),
    path("circles/<int:pk>/leaving/", members.leaving, name="leaving"),
    path("circles/<int:pk>/invitations/", members.invitations, name="invitations"),
    path("circles/<int:pk>/members/<int:member>/keeping/", members.keeping, name="keeping"),
    path("circles/<int:pk>/members/<int:member>/removal/", members.removal, name="removal"),
    path("circles/<int:pk>/requests/", requests.request_list, name="request_list"),
    path("circles/<int:pk>/requests/new/", requests.request_new, name="request_new"),
    path("circles/<int:pk>/requests/<int:asking>/", requests.answer, name="request"),
]
