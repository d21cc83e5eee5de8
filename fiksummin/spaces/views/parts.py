"""Parts of rooms: of what the spaces of a site are made."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Cell
from fiksummin.spaces.views.access import managed_site
from fiksummin.ui.attempts import see_other


@require_safe
@login_required
def parts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the parts of rooms, each with the spaces made of it; one of no use can be taken out of use."""
    site = managed_site(request, slug)
    return render(request, "spaces/parts.html", {"site": site, "parts": queries.parts_of(site)})


@require_POST
@login_required
def part_retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a part of a room out of use."""
    person = person_of(request)
    seen = Cell.objects.filter(site__in=queries.managed_sites(person), kind=CellKind.PART, retired_at=None)
    part = get_object_or_404(seen.select_related("site"), pk=pk)
    actions.retire_part(by=person, part=part)
    messages.success(request, _("The part “%(label)s” is out of use.") % {"label": part.label})
    return see_other("spaces:parts", part.site.slug if part.site else "")
