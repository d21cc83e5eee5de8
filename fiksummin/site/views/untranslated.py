"""The editors' list of what is not translated."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from fiksummin.people.queries import person_of
from fiksummin.site.queries import untranslated


@require_safe
@require_admin_access
def report(request: HttpRequest) -> HttpResponse:
    """List the gaps; ``?language=sv`` shows one language."""
    wanted = request.GET.get("language", "")
    found = [gap for gap in untranslated.gaps(person_of(request)) if wanted in {"", gap.language}]
    languages = [(code, name) for code, name in settings.LANGUAGES]
    words = {"gaps": found, "languages": languages, "wanted": wanted}
    return render(request, "site/editor/untranslated.html", words)
