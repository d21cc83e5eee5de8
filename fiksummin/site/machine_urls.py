"""Addresses of the site without a language: the editors' side and files."""

from django.urls import include, path
from wagtail.admin import urls as editor_urls
from wagtail.documents import urls as document_urls

from fiksummin.site.views import door, maps, media, untranslated

urlpatterns = [
    path("sitemap.xml", maps.sitemap, name="sitemap"),
    path("robots.txt", maps.robots, name="robots"),
    path("admin/account/", door.account),
    path("admin/logout/", door.leave),
    path("admin/reports/untranslated/", untranslated.report, name="untranslated"),
    path("admin/", include(editor_urls)),
    path("media/documents/", include(document_urls)),
    path("media/<path:name>", media.file, name="media"),
]
