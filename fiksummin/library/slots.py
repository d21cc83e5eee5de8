"""What the library draws into the page of an organisation: what it has shared, and what it uses."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.core.time import today
from fiksummin.library import queries
from fiksummin.people.models import Organisation
from fiksummin.people.queries import person_of
from fiksummin.ui.slots import fill

FEW = 10
"""So many of each are shown."""


def of_organisation(request: HttpRequest, about: object) -> str:
    """Draw what an organisation wrote down for others, and what it uses; "" when there is neither."""
    if not isinstance(about, Organisation):
        return ""
    reader, day = person_of(request), today()
    shared = list(queries.find(reader, queries.Finding(organisation=about.pk), day)[: FEW + 1])
    uses = list(queries.used_in(about, reader)[:FEW])
    if not shared and not uses:
        return ""
    context = {
        "organisation": about, "shared": shared[:FEW], "has_more": len(shared) > FEW, "uses": uses, "day": day,
    }  # fmt: skip
    return render_to_string("library/_of_organisation.html", context, request)


fill("organisation", of_organisation)
