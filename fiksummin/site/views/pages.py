"""The pages that editors make, found by their address in two queries."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from fiksummin.site import addresses
from fiksummin.site.models import PublicPage


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a published page.

    Wagtail's own view walks down the tree and asks what hides a page; here every
    published page is public, so its whole address finds it at once.
    """
    root = addresses.roots().get((get_language() or "fi")[:2])
    found = Page.objects.filter(url_path=f"{root}{path}", live=True) if root else Page.objects.none()
    pk, kind, alias_of = found.values_list("pk", "content_type_id", "alias_of_id").first() or (
        None,
        None,
        None,
    )
    model = ContentType.objects.get_for_id(kind).model_class() if kind else None
    if model is None or not issubclass(model, PublicPage):
        raise Http404
    beside = ["locale", *(["alias_of__locale"] if alias_of else [])]
    # allow(through-the-person): a published page is for everybody
    response: HttpResponse = model.objects.select_related(*beside).get(pk=pk).serve(request)
    return response
