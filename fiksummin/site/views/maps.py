"""For search engines: which public pages there are, and what is not for them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fiksummin.site.queries import maps

XML, PLAIN = "application/xml; charset=utf-8", "text/plain; charset=utf-8"
NOT_FOR_ROBOTS = ("/admin/", "/api/", "/accounts/", "/*/accounts/")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Give every public page with its languages (sitemaps.org, with ``hreflang``)."""
    return render(request, "site/sitemap.xml", {"places": maps.everything()}, content_type=XML)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say where the map is, and which addresses are for programs, for editors and for signing in (RFC 9309)."""
    rules = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS)]
    lines = [*rules, f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)
