"""Weighing ideas: the dozen whose turn it is, one's ballot, and the result."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.forms import BallotForm, seen_in
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.ideas.views.campaigns import seen_campaign
from fiksummin.ideas.views.dozens import Dozen, keep, on_screen
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent
from fiksummin.ui.strangers import leads_in

ON_A_PAGE = 100
MOST_BEFORE = 100
"""Earlier votes on a page, the newest of them."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ballot(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the ideas whose turn it is, each with its vote; ``more`` brings the next. What is on screen is counted here alone."""
    person, campaign, at = person_of(request), seen_campaign(request, slug), now()
    refuse_if(rules.why_not_weigh(campaign, person, at))
    number = campaign.round_at(at)
    kept = on_screen(request, campaign, person, number)
    dozen = kept or Dozen(()).followed_by(_next(request, person, campaign, Dozen(())))
    form = _form(request, person, campaign, number, dozen)
    wish = lambda: actions.cast_ballot(  # noqa: E731 -- one line more would hide that it is the act
        by=person, campaign=campaign, wish=form.wish(), by_turn=dozen.ideas
    )
    tried = attempt(form, wish)
    if tried.done:
        return _after(request, person, campaign, dozen)
    answer = render(
        request, "ideas/ballot.html", _context(form, campaign, number, person), status=tried.status
    )
    return answer if request.method == "HEAD" else keep(answer, campaign, person, number, dozen)


@require_safe
@leads_in
def result(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how the ideas were weighed, when the weighing is over."""
    campaign, at = seen_campaign(request, slug), now()
    barred = rules.why_not_see_result(campaign, at)
    page = Paginator([] if barred else queries.result_of(campaign), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    ideas = {idea.pk: idea for idea in Idea.objects.filter(pk__in=[row.idea for row in page])}
    context = {
        "campaign": campaign,
        "barred": barred,
        "page": page,
        "rows": [(row, ideas[row.idea]) for row in page],
        "no_file": rules.why_not_recount(campaign, at),
    }
    return render(request, "ideas/result.html", context)


@require_safe
@leads_in
def recount(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the file from which anybody counts the result again."""
    campaign = seen_campaign(request, slug)
    refuse_if(rules.why_not_recount(campaign, now()))
    answer = JsonResponse(queries.recount_of(campaign), json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="recount-{campaign.slug}.json"'
    return answer


def _next(request: HttpRequest, person: Person, campaign: Campaign, dozen: Dozen) -> list[int]:
    """Bring what comes next; nothing to somebody who only asks for the head of the page."""
    if request.method == "HEAD":
        return []
    return actions.show_next(by=person, campaign=campaign, but=dozen.ideas + dozen.before)


def _form(request: HttpRequest, person: Person, campaign: Campaign, number: int, dozen: Dozen) -> BallotForm:
    """Make her ballot; what stood on the page that was sent is on it, whatever her browser keeps by now."""
    data, votes = sent(request), queries.votes_of(person, campaign, number)
    before = dict.fromkeys([pk for pk in votes if pk not in dozen.ideas][:MOST_BEFORE])
    before |= dict.fromkeys(pk for pk in seen_in(data) if pk not in dozen.ideas)
    return BallotForm(
        data, weighing=campaign.weighing, votes=votes, now=queries.ideas_of(dozen.ideas),
        before=[idea for idea in queries.ideas_of(before) if idea.campaign_id == campaign.pk],
    )  # fmt: skip


def _after(request: HttpRequest, person: Person, campaign: Campaign, dozen: Dozen) -> HttpResponse:
    """Say that the votes are written down, and bring the next ideas when they are wanted."""
    say_done(request, _("Your votes are written down. You can change them until the weighing ends."))
    answer = see_other("ideas:ballot", campaign.slug)
    if "more" not in request.POST:
        return answer
    ideas = _next(request, person, campaign, dozen)
    return keep(answer, campaign, person, campaign.round_at(now()), dozen.followed_by(ideas))


def _context(form: BallotForm, campaign: Campaign, number: int, person: Person) -> dict[str, object]:
    left = campaign.approve_most - sum(1 for value in form.initial.values() if value)
    return {"form": form, "campaign": campaign, "number": number, "left": max(0, left)}
