"""The pages that editors make, found by their address in two queries."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from fiksummin.site.models import PublicPage


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a published page.

    Wagtail's own view walks down the tree and asks what hides a page; here every
    published page is public, so its whole address finds it at once.
    """
    address = f"{_root((get_language() or 'fi')[:2])}{path}"
    found = Page.objects.live().filter(url_path=address).values_list("pk", "content_type_id").first()
    if found is None:
        raise Http404
    pk, kind = found
    model = ContentType.objects.get_for_id(kind).model_class()
    if model is None or not issubclass(model, PublicPage):
        raise Http404
    # allow(through-the-person): a published page is for everybody
    page = model.objects.select_related("locale", "alias_of__locale").get(pk=pk)
    response: HttpResponse = page.serve(request)
    return response


def _root(language: str) -> str:
    """Give the path of the start page of a language; Wagtail keeps it in the cache."""
    paths = Site.get_site_root_paths()
    found = next((path.root_path for path in paths if path.language_code == language), None)
    if found is None:
        raise Http404
    return str(found)
