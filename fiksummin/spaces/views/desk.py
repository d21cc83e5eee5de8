"""The host's desk: who comes, who is here, who has left."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules, tables
from fiksummin.spaces.forms.desk import MessageForm, WalkInForm
from fiksummin.spaces.models import Site, Visit
from fiksummin.spaces.views.access import hosted_site, received_visit, seen_visit
from fiksummin.spaces.views.desk_bookings import bookings_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent

STAY = timedelta(hours=2)
"""How long a walk-in stays unless the host says otherwise."""
WEEK = timedelta(days=6)
DAY = timedelta(days=1)


@require_safe
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """Lead to the place where the person receives people."""
    site = queries.hosted_sites(person_of(request)).first()
    if site is None:
        raise Http404
    return redirect("spaces:desk_day", site.slug)


@require_safe
@login_required
def desk_day(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """Show a day by arrival; ``?part=rows`` gives the part that renews itself."""
    site, at = hosted_site(request, slug), now()
    today = at.astimezone(site.zone).date()
    day = day or today
    head = _head(site, at) if day == today else {}
    found = queries.desk(site, day, at)
    context = {
        "site": site,
        "day": day,
        "today": today,
        "before": day - DAY,
        "after": day + DAY,
        "desk": found,
        "lines": tables.lines(found.rows, site.zone, at),
        "opening": None if found.rows else queries.opening(site, day),
        **bookings_of(site, day, at),
        **head,
    }
    part = "#rows" if request.GET.get("part") == "rows" else ""
    return render(request, f"spaces/desk.html{part}", context)


@require_safe
@login_required
def desk_week(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the seven days from today on."""
    site, at = hosted_site(request, slug), now()
    today = at.astimezone(site.zone).date()
    days = queries.desk_days(site, today, today + WEEK, at)
    return render(request, "spaces/desk_week.html", {"site": site, "days": days})


@require_POST
@login_required
def arrival(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the visitors are here; noting it again changes nothing."""
    visit = _as_host(request, pk)
    if not visit.arrived_at:
        actions.check_in(by=person_of(request), visit=visit)
    return back_to_row(visit)


@require_POST
@login_required
def arrival_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back an arrival noted by mistake; taking it back again changes nothing."""
    visit = _as_host(request, pk)
    if visit.arrived_at:
        actions.undo_check_in(by=person_of(request), visit=visit)
    return back_to_row(visit)


@require_POST
@login_required
def departure(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the visitors left; noting it again changes nothing."""
    visit = _as_host(request, pk)
    if not visit.left_at:
        actions.check_out(by=person_of(request), visit=visit)
    return back_to_row(visit)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def walk_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Seat people who came unannounced."""
    person, site, at = person_of(request), hosted_site(request, slug), now()
    opening = queries.opening(site, at.astimezone(site.zone).date())
    form = WalkInForm(sent(request), site=site, at=at, initial=_stay(site, opening, at))
    tried = attempt(form, lambda: once(request, form, lambda: _seat(form, by=person, site=site).pk))
    if tried.done:
        return see_other("spaces:desk_day", site.slug, fragment=f"visit-{tried.result}")
    context = {"site": site, "form": form, "opening": opening, "free": queries.free_now([site], at)[site.pk]}
    return render(request, "spaces/walk_in.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the visitor a word."""
    person, visit = person_of(request), received_visit(request, pk)
    refuse_if(rules.why_not_write(visit))
    form = MessageForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _send(form, by=person, visit=visit).pk))
    if tried.done:
        say_done(request, _("Your word is on its way to the visitor."))
        return back_to_row(visit)
    context = {"visit": visit, "form": form, "words": visit.messages.select_related("by")}
    return render(request, "spaces/message.html", context, status=tried.status)


def back_to_row(visit: Visit) -> HttpResponseRedirect:
    """Lead to the visit's row on the desk of its day, where focus goes on."""
    day = visit.starts_at.astimezone(visit.site.zone).date()
    today = now().astimezone(visit.site.zone).date()
    where = [visit.site.slug] if day == today else [visit.site.slug, day]
    return see_other("spaces:desk_day", *where, fragment=f"visit-{visit.pk}")


def _head(site: Site, at: datetime) -> dict[str, Any]:
    """Give what stands above today's visits: who hosts, which hours nobody does, who asks for help."""
    return {"head": queries.roster.head(site, at), "asked": queries.reports.waiting(site)}


def _as_host(request: HttpRequest, pk: int) -> Visit:
    """Give a visit to its host; the visitor herself hears why not, a stranger 404."""
    visit = seen_visit(request, pk)
    refuse_if(rules.why_not_host(person_of(request), visit.site))
    return visit


def _stay(site: Site, opening: queries.Opening, at: datetime) -> dict[str, Any]:
    end = min(at + STAY, opening.closes_at or at + STAY)
    return {"end": end.astimezone(site.zone).time()}


def _seat(form: WalkInForm, **who: Any) -> Visit:
    given = form.cleaned_data
    return actions.note_walk_in(end=given["end_at"], people=given["people"], **who)


def _send(form: MessageForm, **who: Any) -> Any:
    return actions.send_message(text=form.cleaned_data["text"], **who)
