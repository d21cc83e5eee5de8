"""How a site is used: for everybody who comes to it, as aggregates of whole months."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fiksummin.core.time import today as today_in
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.statistics import (
    KINDS,
    SMALLEST,
    Agencies,
    Occupancy,
    agencies_together,
    occupancy,
)
from fiksummin.spaces.views.access import seen_site

MONTHS = 12
"""Months that are offered. Only whole ones: two periods that differ by a day would tell of that day."""


@dataclass(frozen=True)
class Chosen:
    """A month and a grouping, and the figures."""

    month: date
    by: str
    occupancy: Occupancy
    agencies: Agencies


@require_safe
@login_required
def statistics(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a month: a sentence, a picture and a table."""
    site = seen_site(request, slug)
    chosen = _chosen(request, site)
    context = {
        "site": site,
        "chosen": chosen,
        "months": _months(site),
        "groupings": _groupings(),
        "smallest": SMALLEST,
    }
    return render(request, "spaces/statistics.html", context)


@require_safe
@login_required
def statistics_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the same figures as a file; what is hidden on the page is empty here."""
    site = seen_site(request, slug)
    chosen = _chosen(request, site)
    name = f"{site.slug}-{chosen.month:%Y-%m}-{chosen.by}.csv"
    answer = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    answer.write("\ufeff")
    rows = csv.writer(answer, delimiter=";")
    rows.writerow([_("Group"), _("Booked, % of open hours")])
    for line in chosen.occupancy.lines:
        rows.writerow([line.name, "" if line.share is None else f"{line.share * 100:.0f}"])
    return answer


def _chosen(request: HttpRequest, site: Site) -> Chosen:
    months = _months(site)
    try:
        given = request.GET.get("month")
        month = datetime.strptime(given, "%Y-%m").replace(tzinfo=site.zone).date() if given else months[0]
    except ValueError:
        raise Http404 from None
    by = request.GET.get("by", KINDS[0])
    if month not in months or by not in KINDS:
        raise Http404
    last = _next(month) - timedelta(days=1)
    return Chosen(month, by, occupancy(site, month, last, by), agencies_together(site, month, last))


def _months(site: Site) -> list[date]:
    """Give the whole months behind, the latest first, after the present one."""
    month = today_in(site.zone).replace(day=1)
    found = [month]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


def _next(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def _groupings() -> list[tuple[str, str]]:
    names = (_("by the hour"), _("by the day of the week"), _("by zone"), _("by furnishing"))
    return list(zip(KINDS, names, strict=True))
