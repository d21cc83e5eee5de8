"""Tags of the blog."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from fiksummin.site.queries import posts


@require_safe
def tags(request: HttpRequest) -> HttpResponse:
    """List the tags in use."""
    return render(request, "site/tags.html", {"topics": posts.topics(Locale.get_active())})


@require_safe
def tag(request: HttpRequest, name: str) -> HttpResponse:
    """List the posts with a tag; its address may be written as people write the tag."""
    topic, locale = posts.topic(name), Locale.get_active()
    if topic is None:
        raise Http404
    found = posts.paged(posts.tagged(locale, topic), request.GET.get("page"))
    return render(request, "site/tag.html", {"topic": topic, **found})
