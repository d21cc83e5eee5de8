"""Addresses of the demo; there only in demo mode."""

from django.urls import path

from fiksummin.demo import views

app_name = "demo"
urlpatterns = [path("demo/sign-in/<str:signed>/", views.sign_in, name="sign_in")]
