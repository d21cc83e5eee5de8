"""What a thing said before, and what differs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from fiksummin.library import queries
from fiksummin.library.views.items import seen_item
from fiksummin.people.queries import reader_of
from fiksummin.ui.strangers import leads_in


@require_safe
@leads_in
def item_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the versions of a thing, with what changed and because of what."""
    found = seen_item(request, pk)
    versions = queries.with_faces(queries.history(found), "because_of_id", reader_of(request))
    return render(request, "library/item_history.html", {"item": found, "versions": versions})


@require_safe
@leads_in
def item_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show what differs between a version and the one before it."""
    found = seen_item(request, pk)
    version = get_object_or_404(queries.history(found), number=number)
    before = queries.history(found).filter(number__lt=number).first()
    context = {
        "item": found,
        "version": version,
        "differences": queries.differences(before, version, found.kind),
        "because": queries.face_of_node(version.because_of_id, reader_of(request)),
    }
    return render(request, "library/item_version.html", context)
