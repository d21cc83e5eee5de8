"""Addresses of composed pages."""

from django.urls import path

from fiksummin.portal import views

app_name = "portal"
urlpatterns = [path("today/", views.today, name="today")]
