"""Forms by which spaces, their layouts, the zones and the rules of booking are kept up to date."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.forms.changeovers import ChangeoverForm
from fiksummin.spaces.forms.guidance import rows
from fiksummin.spaces.forms.spaces import (
    LayoutForm,
    LayoutRows,
    PolicyForm,
    SpaceForm,
    ZoneForm,
    ZoneRows,
    begins,
)
from fiksummin.spaces.models import Cell, Policy, Space
from fiksummin.spaces.views.access import managed_site, managed_space
from fiksummin.ui.attempts import Attempt, attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@login_required
def space_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a space; first it is shown what it blocks."""
    person, site = person_of(request), managed_site(request, slug)
    form = SpaceForm(sent(request), site=site)
    tried, page = _previewed(request, form, lambda cells: _add(person, form, cells))
    if tried.result:
        messages.success(request, _("The space is entered. Say next how it can be furnished."))
        return see_other("spaces:layouts", tried.result)
    return render(request, "spaces/space_new.html", page, status=tried.status)


@shown_and_sent
@login_required
def space_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a space; first it is shown what it blocks."""
    person, space = person_of(request), managed_space(request, pk)
    initial = {**begins(space, SpaceForm), "cells": [cell.pk for cell in space.cells.all()]}
    form = SpaceForm(sent(request), site=space.site, space=space, initial=initial)
    tried, page = _previewed(request, form, lambda cells: _change(person, form, space, cells))
    if tried.result:
        messages.success(request, _("Saved. The page of the space shows it at once."))
        return see_other("spaces:space", pk)
    return render(request, "spaces/space_change.html", {**page, "space": space}, status=tried.status)


@shown_and_sent
@login_required
def layouts(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the furnishings of a space, and the minutes from one to another."""
    person, space = person_of(request), managed_space(request, pk)
    known = list(space.layouts.all())
    formset = LayoutRows(sent(request), initial=[begins(row, LayoutForm) for row in known])
    form = ChangeoverForm(sent(request), layouts=known)
    tried = attempt(form, lambda: _set_layouts(person, space, formset, form), valid=formset.is_valid())
    if tried.done:
        messages.success(request, _("Saved. The page of the space shows it at once."))
        return see_other("spaces:space", pk)
    context = {"space": space, "site": space.site, "form": form, "formset": formset}
    return render(request, "spaces/layouts.html", context, status=tried.status)


@shown_and_sent
@login_required
def space_retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and take a space out of use."""
    person, space = person_of(request), managed_space(request, pk)
    if request.method == "POST":
        actions.retire_space(by=person, space=space)
        messages.success(request, _("The space is out of use. Its history stays."))
        return see_other("spaces:space_list", space.site.slug)
    reason = rules.why_not_without(queries.of_space(space, now()), space.site)
    context = {"space": space, "site": space.site, "reason": reason}
    return render(request, "spaces/space_retirement.html", context)


@shown_and_sent
@login_required
def zones(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the zones of a site."""
    person, site = person_of(request), managed_site(request, slug)
    formset = ZoneRows(sent(request), initial=[begins(zone, ZoneForm) for zone in site.zones.all()])
    form = Form(sent(request))
    tried = attempt(
        form,
        lambda: actions.set_zones(by=person, site=site, zones=rows(formset)),
        valid=formset.is_valid(),
    )
    if tried.done:
        messages.success(request, _("Saved. The list of spaces shows it at once."))
        return see_other("spaces:space_list", slug)
    context = {"site": site, "form": form, "formset": formset}
    return render(request, "spaces/zones.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD"])
@login_required
def policies(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the rules of booking, each in sentences, with the spaces under it."""
    site = managed_site(request, slug)
    found = [(policy, rules.policy_said(policy)) for policy in queries.policies_of(site)]
    return render(request, "spaces/policies.html", {"site": site, "policies": found})


@shown_and_sent
@login_required
def policy_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter rules of booking."""
    person, site = person_of(request), managed_site(request, slug)
    form = PolicyForm(sent(request))
    tried = attempt(form, lambda: actions.add_policy(by=person, site=site, **form.cleaned_data).pk)
    if tried.done:
        return see_other("spaces:policies", slug)
    return render(request, "spaces/policy_new.html", {"site": site, "form": form}, status=tried.status)


@shown_and_sent
@login_required
def policy_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change rules of booking."""
    person = person_of(request)
    rows_seen = Policy.objects.select_related("site").filter(site__in=queries.managed_sites(person))
    policy = get_object_or_404(rows_seen, pk=pk)
    form = PolicyForm(sent(request), initial=begins(policy, PolicyForm))
    tried = attempt(form, lambda: actions.change_policy(by=person, policy=policy, **form.cleaned_data))
    if tried.done:
        messages.success(request, _("Saved. What is booked already stands."))
        return see_other("spaces:policies", policy.site.slug)
    context = {"site": policy.site, "policy": policy, "form": form}
    return render(request, "spaces/policy_change.html", context, status=tried.status)


def _previewed(request: HttpRequest, form: SpaceForm, act: Any) -> tuple[Attempt[int | None], dict[str, Any]]:
    """Act when the form says so; at first only what the space blocks is shown, if it blocks anything.

    What was seen comes back with the button: when the space would block others by now, it is shown again.
    Gives what came of it, and what the page is made of.
    """
    blocked: list[queries.Blocked] = []

    def once_seen() -> int | None:
        found = queries.blocks(form.site, form.whole(), form.space)
        if found and request.POST.get("sure") != _named(found):
            blocked.extend(found)
            return None
        number: int = act(list(form.cleaned_data["cells"]))
        return number

    tried = attempt(form, once_seen)
    page = {"site": form.site, "form": form, "blocked": blocked, "seen": _named(blocked)}
    return Attempt(HTTPStatus.OK) if blocked else tried, page


def _named(blocked: list[queries.Blocked]) -> str:
    return "-".join(f"{other.space.pk}.{len(other.cells)}" for other in blocked)


def _add(person: Person, form: SpaceForm, cells: list[Cell]) -> int:
    with transaction.atomic():
        every = cells + actions.add_parts(by=person, site=form.site, labels=form.labels)
        return actions.add_space(by=person, site=form.site, cells=every, **form.particulars).pk


def _change(person: Person, form: SpaceForm, space: Space, cells: list[Cell]) -> int:
    with transaction.atomic():
        every = cells + actions.add_parts(by=person, site=form.site, labels=form.labels)
        return actions.change_space(by=person, space=space, cells=every, **form.particulars).pk


def _set_layouts(person: Person, space: Space, formset: Any, form: ChangeoverForm) -> None:
    """Set the furnishings, and then the minutes between those that stay."""
    with transaction.atomic():
        actions.set_layouts(by=person, space=space, layouts=rows(formset))
        known = set(space.layouts.values_list("pk", flat=True))
        minutes = {pair: value for pair, value in form.minutes.items() if set(pair) <= known}
        actions.set_changeovers(by=person, space=space, minutes=minutes)
