"""The pages that editors make, found by their address in two queries."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from fiksummin.site import addresses
from fiksummin.site.queries import pages


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a published page."""
    root = addresses.roots().get((get_language() or "fi")[:2])
    page = pages.at(f"{root}{path}") if root else None
    if page is None:
        raise Http404
    response: HttpResponse = page.serve(request)
    return response
