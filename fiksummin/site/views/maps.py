"""For search engines: which public pages there are, and what is not for them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.site.queries import maps

XML, PLAIN = "application/xml; charset=utf-8", "text/plain; charset=utf-8"


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Give every public page with its languages (sitemaps.org, with ``hreflang``)."""
    return render(request, "site/sitemap.xml", {"places": maps.everything()}, content_type=XML)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say where the map is, and which addresses are for programs, for editors and for signing in (RFC 9309)."""
    return render(request, "site/robots.txt", {"base": settings.BASE_URL}, content_type=PLAIN)
