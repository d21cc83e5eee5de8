"""The roster of hosts: a week with its gaps, and its shifts."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import FIRST_YEAR, LAST_YEAR, now
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.addresses import written
from fiksummin.spaces.forms.roster import ShiftForm
from fiksummin.spaces.models import Shift, Site
from fiksummin.spaces.views.access import hosted_site
from fiksummin.ui.attempts import attempt, once, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])
WEEK = timedelta(days=7)


@shown_and_sent
@login_required
def roster(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the week of ``?week=`` by day; when sent, copy it to the next one."""
    person, site, at = person_of(request), hosted_site(request, slug), now()
    today = at.astimezone(site.zone).date()
    monday = queries.roster.week_of(_day(request, today))
    if request.method == "POST":
        _tell(request, actions.copy_week(by=person, site=site, monday=monday, at=at))
        return _to_week(site, monday + WEEK)
    days = queries.roster.week(site, monday, at)
    context = {
        "site": site,
        "days": days,
        "gaps": sum(len(day.gaps) for day in days),
        "managing": not rules.why_not_manage(person, site),
        "at": at,
        **_weeks(monday, today),
    }
    return render(request, "spaces/roster.html", context)


@shown_and_sent
@login_required
def shift_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a host on the roster: oneself, or by those who look after the site, any of its hosts."""
    person, site = person_of(request), hosted_site(request, slug)
    known = {name: request.GET.get(name, "") for name in ("day", "start", "end")}
    form = _form(request, site, person, known | {"person": person.pk})
    tried = attempt(form, lambda: once(request, form, lambda: _add(form, person, site).pk))
    if tried.done:
        messages.success(request, _("The shift is on the roster."))
        return _to_week(site, form.cleaned_data["day"], f"shift-{tried.result}")
    return render(request, "spaces/shift_new.html", {"site": site, "form": form}, status=tried.status)


@shown_and_sent
@login_required
def shift_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a shift another time, or another host."""
    person, shift = person_of(request), _kept_shift(request, pk)
    known = written(shift.starts_at, shift.ends_at, shift.site) | {"person": shift.person_id}
    form = _form(request, shift.site, person, known)
    tried = attempt(form, lambda: actions.change_shift(by=person, shift=shift, **form.wish))
    if tried.done:
        messages.success(request, _("The shift is changed."))
        return _to_week(shift.site, form.cleaned_data["day"], f"shift-{shift.pk}")
    context = {"site": shift.site, "shift": shift, "form": form}
    return render(request, "spaces/shift_change.html", context, status=tried.status)


@shown_and_sent
@login_required
def shift_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and take the shift off the roster."""
    person, shift = person_of(request), _kept_shift(request, pk)
    if request.method == "POST":
        actions.remove_shift(by=person, shift=shift)
        messages.success(request, _("The shift is off the roster. Its hours may be a gap now."))
        return _to_week(shift.site, _day_of(shift))
    context = {"site": shift.site, "shift": shift, "week": queries.roster.week_of(_day_of(shift))}
    return render(request, "spaces/shift_removal.html", context)


def _kept_shift(request: HttpRequest, pk: int) -> Shift:
    """Give a shift to whoever may change it; another host hears why not, a stranger gets 404."""
    person = person_of(request)
    shift = get_object_or_404(queries.roster.shifts_for(person), pk=pk)
    refuse_if(rules.why_not_change_shift(person, shift, now()))
    return shift


def _form(request: HttpRequest, site: Site, by: Person, known: dict[str, Any]) -> ShiftForm:
    day = now().astimezone(site.zone).date()
    hosts = None if rules.why_not_manage(by, site) else queries.roster.hosts_of(site, day)
    return ShiftForm(sent(request), site=site, hosts=hosts, initial=known)


def _add(form: ShiftForm, by: Person, site: Site) -> Shift:
    wish = form.wish
    return actions.add_shift(by=by, site=site, **wish | {"person": wish["person"] or by})


def _day_of(shift: Shift) -> date:
    return shift.starts_at.astimezone(shift.site.zone).date()


def _day(request: HttpRequest, today: date) -> date:
    """Read any day of the week asked for; what is no day is today."""
    try:
        day = date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        return today
    return day if FIRST_YEAR < day.year < LAST_YEAR else today


def _weeks(monday: date, today: date) -> dict[str, Any]:
    return {
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - WEEK,
        "after": monday + WEEK,
        "today": today,
        "current": queries.roster.week_of(today),
    }


def _to_week(site: Site, day: date, fragment: str = "") -> HttpResponseRedirect:
    url = f"{reverse('spaces:roster', args=[site.slug])}?week={queries.roster.week_of(day)}"
    return HttpResponseRedirect(f"{url}#{fragment}" if fragment else url, status=303)


def _tell(request: HttpRequest, copied: actions.Copied) -> None:
    if copied.made:
        words = ngettext("%(count)d shift is copied.", "%(count)d shifts are copied.", copied.made)
        messages.success(request, words % {"count": copied.made})
    elif not copied.left:
        messages.info(request, _("There was nothing new to copy."))
    for sentence in copied.left:
        messages.warning(request, _("Not copied: %(reason)s") % {"reason": sentence})
