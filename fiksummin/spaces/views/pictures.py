"""The form by which the pictures of a space are kept."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseFormSet, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.people.queries import person_of
from fiksummin.spaces import actions
from fiksummin.spaces.actions.pictures import MOST_PICTURES
from fiksummin.spaces.forms.guidance import rows
from fiksummin.spaces.forms.pictures import PictureRows, begins_with
from fiksummin.spaces.models import Space
from fiksummin.spaces.views.access import managed_space
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pictures(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a picture, change the words of others, remove some."""
    person, space = person_of(request), managed_space(request, pk)
    formset = PictureRows(sent(request), request.FILES or None, initial=_begun(request, space))
    form = Form(sent(request))
    tried = attempt(
        form,
        lambda: actions.set_pictures(
            by=person, space=space, pictures=rows(formset), removed=_removed(formset)
        ),
        valid=formset.is_valid(),
    )
    if tried.done:
        messages.success(request, _("Saved. The page of the space shows it at once."))
        return see_other("spaces:space", pk)
    context = {"space": space, "site": space.site, "form": form, "formset": formset}
    return render(request, "spaces/pictures.html", context, status=tried.status)


def _begun(request: HttpRequest, space: Space) -> list[dict[str, Any]]:
    """Give what the rows begin from; those that are sent say themselves whose they are, whatever came or went since."""
    known = {str(row.pk): begins_with(row) for row in space.pictures.all()}
    if request.method != "POST":
        return list(known.values())
    return [known.get(request.POST.get(f"form-{row}-pk", ""), {}) for row in range(MOST_PICTURES + 1)]


def _removed(formset: "BaseFormSet[Any]") -> set[int]:
    return {form.cleaned_data["pk"] for form in formset.deleted_forms if form.cleaned_data.get("pk")}
