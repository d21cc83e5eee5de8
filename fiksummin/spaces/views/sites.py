"""Sites as everybody sees them."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.core.time import now
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of
from fiksummin.spaces import queries, rules
from fiksummin.spaces.choices import ServiceLanguage
from fiksummin.spaces.models import Site
from fiksummin.spaces.views.access import seen_site

WEEK = timedelta(days=6)


@require_safe
def site_list(request: HttpRequest) -> HttpResponse:
    """Show all sites side by side."""
    reader = reader_of(request)
    sites = queries.sites_now(queries.seen_sites(reader), now())
    may_add = reader is not None and not rules.why_not_manage(reader)
    return render(request, "spaces/site_list.html", {"sites": sites, "may_add": may_add})


@require_safe
def site(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a site: whether it is open, how to come, how to be there, whom to ask."""
    reader, site, at = reader_of(request), seen_site(request, slug), now()
    today = at.astimezone(site.zone).date()
    context = {
        "site": site,
        "now": queries.sites_now([site], at)[0],
        "week": queries.openings(site, today, today + WEEK).values(),
        "today": today,
        "watch": queries.roster.now_and_next(site, at),
        "spoken": [language.label for language in ServiceLanguage if language in site.languages],
        "reason": rules.why_not_come(reader, site, today) if reader else "",
        "contacts": queries.contacts(site),
        "instructions": queries.instructions(site),
        **_duties(reader, site),
    }
    return render(request, "spaces/site.html", context)


def _duties(reader: Person | None, site: Site) -> dict[str, bool]:
    """Say what the reader may do for the site beyond visiting it."""
    if reader is None:
        return {"hosting": False, "managing": False, "staff": False, "opening": False}
    hosting = reader.may(RoleKind.HOST, site.slug)
    managing = reader.may(RoleKind.MANAGER, site.slug)
    return {
        "hosting": hosting,
        "managing": managing,
        "opening": not rules.why_not_manage(reader),
        "staff": hosting or managing or reader.may(RoleKind.EDITOR, site.slug),
    }
