"""The style guide: every component in every state, in development and in the demo only."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.ui import errors, examples


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show all components; a POST shows the form with its errors (422) or a message."""
    _only_where_developers_look()
    form = examples.VisitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        messages.success(request, examples.THANKS)
    status = 422 if form.errors else 200
    return render(request, "ui/styleguide/page.html", examples.context(form, request), status=status)


@require_safe
def question(request: HttpRequest) -> HttpResponse:
    """Show what a dialog asks as a page of its own, for those without JavaScript."""
    _only_where_developers_look()
    return render(request, "ui/styleguide/question.html")


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Give the part of the page that fetches itself anew."""
    _only_where_developers_look()
    return render(request, "ui/styleguide/_live.html", examples.live())


@require_safe
def trouble(request: HttpRequest, status: int) -> HttpResponse:
    """Show the page of an error."""
    _only_where_developers_look()
    if status not in examples.TROUBLES:
        raise Http404
    if status == 500:
        return errors.server_error(request)
    return errors.page(request, status, *examples.TROUBLES[status])


def _only_where_developers_look() -> None:
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
