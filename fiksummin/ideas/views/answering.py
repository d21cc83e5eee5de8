"""How soon ideas are answered: of one campaign, and of all; open to everybody who sees the campaign, or anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.core.time import now
from fiksummin.ideas import queries
from fiksummin.ideas.models import Campaign
from fiksummin.ideas.views.campaigns import seen_campaign
from fiksummin.ui.strangers import leads_in

DAYS = (5, 10, 15, 20, 30, 40, 60, 90, 120)
"""Working days that the table tells of, as far as any idea has waited so long."""


@require_safe
@leads_in
def campaign_answers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how a campaign keeps its promise."""
    return _page(request, seen_campaign(request, slug))


@require_safe
def all_answers(request: HttpRequest) -> HttpResponse:
    """Show how soon all ideas were answered, of whatever campaign: figures alone."""
    return _page(request, None)


def _page(request: HttpRequest, campaign: Campaign | None) -> HttpResponse:
    curve = queries.answering(campaign, now())
    promised = campaign.promise_days if campaign else None
    days = sorted(
        {day for day in DAYS if day <= curve.longest} | ({promised} if promised else set()) | {curve.longest}
    )
    rows = [(day, curve.share_by(day), curve.waiting_at(day)) for day in days]
    context = {
        "campaign": campaign,
        "curve": curve,
        "promised": promised,
        "kept": curve.share_by(promised) if promised else None,
        "rows": rows,
    }
    return render(request, "ideas/answers.html", context)
