"""The trail of a thing, and what came of one's own part."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.people.queries import person_of, reader_of
from fiksummin.trail import queries, things
from fiksummin.ui.strangers import leads_in

ON_A_PAGE = 20


@require_safe
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """Show somebody what came of each of her parts; nobody else sees it."""
    person = person_of(request)
    page = Paginator(queries.own_nodes(person), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "trail/own.html", {"page": page, "parts": queries.own_parts(person, list(page))})


@require_safe
@leads_in
def story(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Tell what led to a thing and what came of it; ``after`` names the thing after which a long story goes on."""
    reader, after = reader_of(request), request.GET.get("after", "")
    thing = things.thing(kind, number, reader)
    if thing is None:
        raise Http404
    part = queries.part_of_story(thing.node, reader, int(after) if after.isdecimal() else 0)
    context = {"node": thing.node, "face": things.face_of(kind, thing), "part": part, "after": after}
    return render(request, "trail/story.html", context)
