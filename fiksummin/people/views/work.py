"""What an organisation has tried, shared and arranged, told by the rooms that know."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from fiksummin.people.queries import organisations_for
from fiksummin.people.views.reader import reader


@require_safe
@login_required
def organisation_work(request: HttpRequest, organisation: int) -> HttpResponse:
    """Show members an organisation by its work: each room draws what of it the reader may see."""
    row = get_object_or_404(organisations_for(reader(request)), pk=organisation)
    return render(request, "people/organisation_work.html", {"organisation": row})
