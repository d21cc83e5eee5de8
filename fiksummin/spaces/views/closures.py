"""Shutting a place for a period, and opening it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.people.queries import person_of
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.forms.closures import ClosureForm
from fiksummin.spaces.models import Closure
from fiksummin.spaces.views.access import managed_site
from fiksummin.ui import slots
from fiksummin.ui.attempts import attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def closure_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is shut now and later."""
    site = managed_site(request, slug)
    closures = list(queries.closures_ahead(site, now()))
    context = {"site": site, "closures": closures, "shut": queries.Shut(closures)}
    return render(request, "spaces/closure_list.html", context)


@shown_and_sent
@login_required
def closure_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for the period, show whom it concerns, and shut the place when that is confirmed."""
    person, site = person_of(request), managed_site(request, slug)
    form = ClosureForm(sent(request), site=site)
    found = _concerned(form) if request.method == "POST" else None
    above = slots.drawn("closing", request, queries.ToShut(site, form.closing)) if found else ""
    sure = "sure" in request.POST or (found is not None and not found.count and not above)
    tried = attempt(form, lambda: sure and actions.close_place(by=person, site=site, closing=form.closing).pk)
    if tried.result:
        messages.success(request, _("The place is shut for that time. Everybody concerned gets a letter."))
        return see_other("spaces:closure_list", slug)
    context = {"site": site, "form": form, "found": found, "above": above}
    return render(request, "spaces/closure_new.html", context, status=200 if tried.done else tried.status)


@shown_and_sent
@login_required
def closure_lifting(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and open the place again; doing it again changes nothing."""
    person, closure = person_of(request), _managed_closure(request, pk)
    if request.method == "POST":
        if not closure.lifted_at:
            actions.reopen_place(by=person, closure=closure)
            messages.success(request, _("The place is open again, under its ordinary hours and rules."))
        return see_other("spaces:closure_list", closure.site.slug)
    refuse_if(rules.why_not_reopen(closure, now()))
    return render(request, "spaces/closure_lifting.html", {"closure": closure, "site": closure.site})


def _managed_closure(request: HttpRequest, pk: int) -> Closure:
    return get_object_or_404(queries.managed_closures(person_of(request)), pk=pk)


def _concerned(form: ClosureForm) -> queries.Affected | None:
    """Find whom a sound closure concerns."""
    at = now()
    if not form.is_valid() or rules.why_not_close(form.site, form.closing, at):
        return None
    return queries.affected(form.site, form.closing, at)
