"""Campaigns: what is asked, and the ideas that came."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.tables import table_file
from fiksummin.core.time import now, today
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.exports import headings, lines
from fiksummin.ideas.forms import CampaignForm, FindingForm
from fiksummin.ideas.forms.campaigns import words_of
from fiksummin.ideas.lines import drawn
from fiksummin.ideas.models import Campaign
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent
from fiksummin.ui.strangers import leads_in

ON_A_PAGE = 50


@require_safe
def campaign_list(request: HttpRequest) -> HttpResponse:
    """Show what is asked, the newest first."""
    reader = reader_of(request)
    pages = Paginator(queries.campaigns_for(reader), ON_A_PAGE)
    launches = reader is not None and not rules.why_not_launch(reader)
    context = {"page": pages.get_page(request.GET.get("page")), "at": now(), "launches": launches}
    context["born"] = queries.born_of(request.GET, reader)
    return render(request, "ideas/campaign_list.html", context)


@require_safe
@leads_in
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a campaign and its ideas."""
    reader, at = reader_of(request), now()
    found = seen_campaign(request, slug)
    context = {
        "campaign": found,
        "phase": found.phase_at(at),
        **_board(request, found, at),
        "barred": rules.why_not_propose(found, reader, at) if reader else "",
        "runs": reader is not None and not rules.why_not_run(found, reader),
        "weighs": reader is not None and not rules.why_not_weigh(found, reader, at),
        "weighing_is_over": found.weighing_is_over_at(at),
        "at": at,
        "born": queries.born_of(request.GET, reader),
        "born_at": queries.birthplace(found, reader),
        "moderated": queries.moderated(found),
        "moderates": reader is not None and not rules.why_not_moderate(reader),
    }
    return render(request, "ideas/campaign.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def campaign_new(request: HttpRequest) -> HttpResponse:
    """Launch a campaign."""
    person = person_of(request)
    if rules.why_not_launch(person):
        raise Http404
    born_at = queries.born_of(request.GET, person).event
    form = CampaignForm(
        sent(request), initial={"organisation": person.organisation, "born_at": born_at},
        events=queries.birthplaces(person, at=now()), owner=person,
    )  # fmt: skip
    tried = attempt(
        form, lambda: once(request, form, lambda: actions.launch_campaign(by=person, wish=form.wish()).pk)
    )
    if tried.result:
        say_done(request, _("The campaign is open."))
        return see_other("ideas:campaign", Campaign.objects.visible_to(person).get(pk=tried.result).slug)
    return _page(request, form, tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def campaign_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a campaign; its ideas and the support for them stay."""
    person = person_of(request)
    found = get_object_or_404(queries.campaigns_run_by(person), slug=slug)
    events = queries.birthplaces(person, found, at=now())
    form = CampaignForm(sent(request), initial=words_of(found), events=events, owner=found.owner)
    tried = attempt(form, lambda: actions.change_campaign(by=person, campaign=found, wish=form.wish()))
    if tried.done:
        say_done(request, _("The campaign was changed."))
        return see_other("ideas:campaign", found.slug)
    return _page(request, form, tried.status, campaign=found)


@require_safe
@login_required
def campaign_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the ideas of a campaign as a file, to those who run it; no cell of it is a formula."""
    found = get_object_or_404(queries.campaigns_run_by(person_of(request)), slug=slug)
    at = now()
    name = f"{found.slug}-{today(at=at):%Y-%m-%d}.csv"
    return HttpResponse(
        table_file(headings(), lines(found, at)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def seen_campaign(request: HttpRequest, slug: str) -> Campaign:
    """Give a campaign that the reader may see."""
    found = queries.seen_campaign(reader_of(request), slug)
    if found is None:
        raise Http404
    return found


def _board(request: HttpRequest, found: Campaign, at: datetime) -> dict[str, Any]:
    """Give a page of its ideas, narrowed by what the address asks for."""
    finding = FindingForm(request.GET)
    page = Paginator(queries.Board(found, at, finding.finding()), ON_A_PAGE).get_page(request.GET.get("page"))
    told = list(page)
    return {"page": page, "finding": finding, "lines": drawn(told, queries.bodies_of(told))}


def _page(request: HttpRequest, form: CampaignForm, status: int, **more: Any) -> HttpResponse:
    return render(request, "ideas/campaign_form.html", {"form": form, **more}, status=status)
