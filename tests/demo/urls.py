"""The service's addresses with those of demo mode."""

from django.urls import include, path

from fiksummin.urls import handler400, handler403, handler404, handler500
from fiksummin.urls import urlpatterns as ordinary

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [path("", include("fiksummin.demo.urls")), *ordinary]
