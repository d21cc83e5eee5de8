"""Every address of the service: pages under a language, machines beside them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from fiksummin.core import http

urlpatterns = [
    path("health/live", http.live, name="health_live"),
    path("health/ready", http.ready, name="health_ready"),
]
urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
)
