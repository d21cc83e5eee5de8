"""Announcing a visit, and a visitor's own visits."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, calendar, queries, rules
from fiksummin.spaces.addresses import written
from fiksummin.spaces.choices import VisitState
from fiksummin.spaces.forms.visits import VisitForm
from fiksummin.spaces.models import Site, Visit
from fiksummin.spaces.views import offers
from fiksummin.spaces.views.access import seen_site, seen_visit
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other, sent
from fiksummin.ui.drafts import begun, keeps_words


@require_safe
@login_required
def visit_choice(request: HttpRequest) -> HttpResponse:
    """Ask at which site, when there are several."""
    sites = queries.seen_sites(person_of(request))
    if len(sites) == 1:
        return redirect("spaces:visit_new", sites[0].slug)
    return render(request, "spaces/visit_choice.html", {"sites": queries.sites_now(sites, now())})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words(VisitForm.base_fields)
def visit_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Announce a visit to a site."""
    person, site, at = person_of(request), seen_site(request, slug), now()
    form = VisitForm(sent(request), site=site)
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.announce_visit(by=person, site=site, **form.wish).pk),
    )
    if tried.done:
        say_done(request, _("Your visit is announced. A confirmation is on its way to your mail."))
        return see_other("spaces:visit", tried.result)
    found = _offered(request, form, at)
    reason = "" if form.is_bound else _why_not_announce(person, site, found, at)
    context = {"reason": reason, "offer": found, **_form_page(form, tried, at)}
    return render(request, "spaces/visit_new.html", context, status=tried.status)


@require_safe
@login_required
def visit_list(request: HttpRequest) -> HttpResponse:
    """Show a person's own visits, the coming ones first."""
    person, at = person_of(request), now()
    context = {
        "coming": _with_states(queries.mine(person, at), at),
        "over": _with_states(queries.over(person, at)[:20], at),
    }
    return render(request, "spaces/visit_list.html", context)


@require_safe
@login_required
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a visit: the visitor's confirmation, and what a host may know."""
    person, visit, at = person_of(request), seen_visit(request, pk), now()
    own, state = visit.person_id == person.pk, visit.state(at)
    ahead = state in {VisitState.EXPECTED, VisitState.HERE}
    context = {
        "visit": visit,
        "site": visit.site,
        "state": state,
        "shut": rules.why_not_there(visit.site, visit.starts_at, visit.ends_at) if ahead else "",
        "own": own,
        "hosting": person.may(RoleKind.HOST, visit.site.slug),
        "may_cancel": not rules.why_not_cancel(visit, person, at),
        "fixed": rules.why_not_change(visit, person, at) if own else "",
        "words": visit.messages.select_related("by"),
    }
    return render(request, "spaces/visit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def visit_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the time, the people or the word of one's own visit."""
    person, visit, at = person_of(request), seen_visit(request, pk), now()
    refuse_if(rules.why_not_change(visit, person, at))
    form = VisitForm(sent(request), site=visit.site, initial=_of_visit(visit))
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.change_visit(by=person, visit=visit, **form.wish).pk),
    )
    if tried.done:
        say_done(request, _("Your visit is changed. A new confirmation is on its way to your mail."))
        return see_other("spaces:visit", pk)
    context = {"visit": visit, **_form_page(form, tried, at)}
    return render(request, "spaces/visit_change.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def visit_cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and cancel a visit, one's own or as its host; cancelling again changes nothing."""
    person, visit = person_of(request), seen_visit(request, pk)
    if visit.cancelled_at:
        return see_other("spaces:visit", pk)
    if request.method == "POST":
        actions.cancel_visit(by=person, visit=visit)
        messages.success(request, _("The visit is cancelled. Its seats are free for others."))
        return see_other("spaces:visit", pk)
    refuse_if(rules.why_not_cancel(visit, person, now()))
    own = visit.person_id == person.pk
    return render(request, "spaces/visit_cancellation.html", {"visit": visit, "own": own})


@require_safe
@login_required
def visit_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the visit as a calendar file; a host's copy does not tell the visitor's address."""
    visit = seen_visit(request, pk)
    own = visit.person_id == person_of(request).pk
    return HttpResponse(
        calendar.file_of(visit, get_language() or "fi", named=own),
        content_type=f"text/calendar; charset=utf-8; method={calendar.method_of(visit)}",
        headers={"Content-Disposition": f'attachment; filename="visit-{visit.pk}.ics"'},
    )


def _offered(request: HttpRequest, form: VisitForm, at: datetime) -> offers.Offer:
    """Lay out the days; a form not sent yet begins from a draft, the address, or a sensible day."""
    given = begun(request) or request.GET
    found = offers.offer(form.site, at, offers.day_in(request.POST if form.is_bound else given))
    form.initial = offers.initial(form.site, at, found, given)
    return found


def _why_not_announce(person: Person, site: Site, found: offers.Offer, at: datetime) -> str:
    day = found.chosen.opening.date if found.chosen else at.astimezone(site.zone).date()
    return rules.why_not_come(person, site, day) or rules.why_not_another(
        site, queries.count_of_mine(person, site, at)
    )


def _form_page(form: VisitForm, tried: Attempt[int], at: datetime) -> dict[str, Any]:
    ranges = cast(list[tuple[datetime, datetime]], tried.alternatives)
    others = [{"start": start, "end": end, "said": written(start, end, form.site)} for start, end in ranges]
    return {"site": form.site, "form": form, "tried": tried, "alternatives": others}


def _of_visit(visit: Visit) -> dict[str, Any]:
    return {
        **written(visit.starts_at, visit.ends_at, visit.site),
        "people": visit.people,
        "note": visit.note,
    }


def _with_states(visits: Iterable[Visit], at: datetime) -> list[tuple[Visit, VisitState]]:
    return [(visit, visit.state(at)) for visit in visits]
