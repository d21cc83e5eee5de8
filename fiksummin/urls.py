"""Every address of the service: pages under a language, machines beside them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.urls import serve_pattern

from fiksummin.api import problems
from fiksummin.core import http
from fiksummin.site.views.pages import serve
from fiksummin.ui import errors

handler400 = problems.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/live", http.live, name="health_live"),
    path("health/ready", http.ready, name="health_ready"),
]
urlpatterns += [path("api/", include("fiksummin.api.urls"))]
urlpatterns += [path("", include("fiksummin.site.machine_urls"))]
urlpatterns += [path("", include("fiksummin.spaces.machine_urls"))]
if settings.DEMO:
    urlpatterns += [path("", include("fiksummin.demo.urls"))]
urlpatterns += [path("accounts/", include("fiksummin.people.federation_urls"))]
urlpatterns += i18n_patterns(
    path("", include("fiksummin.ui.urls")),
    path("", include("fiksummin.portal.urls")),
    path("", include("fiksummin.people.urls")),
    path("", include("fiksummin.spaces.urls")),
    path("", include("fiksummin.events.urls")),
    path("", include("fiksummin.ideas.urls")),
    path("", include("fiksummin.experiments.urls")),
    path("", include("fiksummin.library.urls")),
    path("", include("fiksummin.circles.urls")),
    path("", include("fiksummin.trail.urls")),
    path("", include("fiksummin.notifications.urls")),
    path("", include("fiksummin.search.urls")),
    path("accounts/", include("fiksummin.people.sign_in_urls")),
    path("", include("fiksummin.site.urls")),
    re_path(serve_pattern, serve, name="wagtail_serve"),  # last: whatever nobody else has is a page or a 404
)
