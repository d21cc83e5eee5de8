"""Spaces as everybody sees them: a list by zone with a plan, and each by itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from fiksummin.core.time import day_bounds, now
from fiksummin.people.choices import RoleKind
from fiksummin.people.queries import reader_of
from fiksummin.spaces import queries, rules
from fiksummin.spaces.choices import Feature
from fiksummin.spaces.models import Space
from fiksummin.spaces.views import plan
from fiksummin.spaces.views.access import seen_site


@require_safe
def space_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the spaces of a site by zone; the plan says the same as the list."""
    reader, site, at = reader_of(request), seen_site(request, slug), now()
    spaces = list(queries.spaces_of(reader, site))
    state = queries.open_state(site, at)
    zones = queries.zones_now(site, spaces, at, state.closes_at)
    context = {
        "site": site,
        "zones": zones,
        "open": state.is_open,
        "plan": plan.drawn([row for zone in zones for row in zone.rows]),
        "managing": reader is not None and reader.may(RoleKind.MANAGER, site.slug),
    }
    return render(request, "spaces/space_list.html", context)


@require_safe
def space(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a space: what it offers, how it is furnished, under which rules it is booked, and today."""
    reader, at = reader_of(request), now()
    seen = Space.objects.visible_to(reader).select_related("site", "zone", "policy")
    found = get_object_or_404(seen.prefetch_related("layouts", "cells", "pictures"), pk=pk)
    today = at.astimezone(found.site.zone).date()
    context = {
        "space": found,
        "site": found.site,
        "features": features_of(found.features, access=False),
        "access": features_of(found.features, access=True),
        "layouts": [(layout, features_of(layout.features)) for layout in found.layouts.all()],
        "policy": rules.policy_said(found.policy),
        "blocked": queries.blocks(found.site, list(found.cells.all()), found),
        "opening": queries.opening(found.site, today),
        "taken": queries.taken(found, *day_bounds(today, found.site.zone)),
        "managing": reader is not None and reader.may(RoleKind.MANAGER, found.site.slug),
        "mailbox": found.mailbox if reader and settings.MAIL_AUTHSERV_ID else "",
    }
    return render(request, "spaces/space.html", context)


def features_of(codes: Any, *, access: bool | None = None) -> list[str]:
    """Name features, in the order of their list: all, or those that are (or are not) about access."""
    wanted = [feature for feature in Feature if access in (None, feature.is_about_access)]
    return [str(feature.label) for feature in wanted if feature in codes]
