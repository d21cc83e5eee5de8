"""Waiting for a place, and answering an offer."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.forms.waiting import RefusalForm, WaitingForm
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import Answer, BookingWish
from fiksummin.spaces.views import wishing
from fiksummin.spaces.views.access import seen_offer, seen_site, seen_waiting
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other, sent
from fiksummin.ui.drafts import begun, keeps_words

ONE_EACH = ("day", "last", "start", "end", "minutes", "people", "title")
LATELY = 20
"""How many queues that are over are shown."""


@require_safe
@login_required
def waiting_list(request: HttpRequest) -> HttpResponse:
    """Show what a person waits for, with her place in each line, and what became of the rest."""
    rows = queries.waitings_for(person_of(request))
    waiting = list(rows.open())
    places = queries.positions(waiting)
    context = {
        "waiting": [(row, places.get(row.pk)) for row in waiting],
        "over": rows.exclude(ended_at=None).order_by("-ended_at", "-pk")[:LATELY],
    }
    return render(request, "spaces/waiting_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words(WaitingForm.base_fields)
def waiting_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Wait for a place; what is free already is shown to be booked."""
    person, site = person_of(request), seen_site(request, slug)
    form = WaitingForm(sent(request), site=site, initial=_beginning(request, site))
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.ask_for_place(by=person, site=site, wish=form.wish).pk),
    )
    if tried.done:
        say_done(request, _("You are in the queue. You get a letter when a place is held for you."))
        return see_other("spaces:waiting", tried.result)
    context = {"site": site, "form": form, "free": _free(form, tried)}
    return render(request, "spaces/waiting_new.html", context, status=tried.status)


@require_safe
@login_required
def waiting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a person waits for, her place in the line, and an offer to answer."""
    row = seen_waiting(request, pk)
    context = {
        "waiting": row,
        "site": row.site,
        "position": queries.positions([row]).get(row.pk),
        "hindrance": actions.why_passed_over(row, now()) if row.ended_at is None else "",
    }
    return render(request, "spaces/waiting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def waiting_leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and leave a queue; leaving again changes nothing."""
    person, row = person_of(request), seen_waiting(request, pk)
    if row.ended_at:
        return see_other("spaces:waiting", pk)
    if request.method == "POST":
        actions.leave_queue(by=person, waiting=row)
        messages.success(request, _("You have left the queue."))
        return see_other("spaces:waiting_list")
    return render(request, "spaces/waiting_leaving.html", {"waiting": row, "site": row.site})


@require_safe
@login_required
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an offered place, until when it is held, and how to answer."""
    person, row = person_of(request), seen_offer(request, pk)
    context = {
        "offer": row,
        "booking": row.booking,
        "site": row.booking.site,
        "fixed": rules.why_not_answer_offer(row, person, now()),
    }
    return render(request, "spaces/offer.html", context)


@require_POST
@login_required
def offer_acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an offered place; taking it again changes nothing."""
    row = seen_offer(request, pk)
    if not row.accepted_at:
        actions.accept_offer(by=person_of(request), offer=row)
        messages.success(request, _("The place is yours. A confirmation is on its way to your mail."))
    return see_other("spaces:booking", row.booking_id)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def offer_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and let an offered place go to the next; doing it again changes nothing."""
    person, row = person_of(request), seen_offer(request, pk)
    if row.declined_at:
        return see_other("spaces:waiting", row.waiting_id)
    form = RefusalForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.decline_offer(by=person, offer=row, stay=form.cleaned_data["stay"])
        messages.success(request, _("The place goes to the next in line."))
        return see_other("spaces:waiting", row.waiting_id)
    refuse_if(rules.why_not_answer_offer(row, person, now()))
    context = {"offer": row, "booking": row.booking, "site": row.booking.site, "form": form}
    return render(request, "spaces/offer_refusal.html", context)


def _beginning(request: HttpRequest, site: Site) -> dict[str, Any]:
    """Give what the form begins from: what the address or a draft says, else the next good hour."""
    given: QueryDict = begun(request) or request.GET
    found = wishing.beginning(site, now(), given, ONE_EACH)
    named = "-".join([*found.pop("space", [])[:1], *found.pop("layout", [])[:1]])
    return {**found, "space": named, "features": given.getlist("features")}


def _free(form: WaitingForm, tried: Attempt[int]) -> list[tuple[Answer, str]]:
    """Give what is free already, each with the address that books it."""
    found = [answer for answer in tried.alternatives if isinstance(answer, Answer)]
    people = form.cleaned_data.get("people", 1) if found else 1
    return [
        (each, wishing.address_of(BookingWish(each.places, each.start, each.end, people), form.site))
        for each in found
    ]
