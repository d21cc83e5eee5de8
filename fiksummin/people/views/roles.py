"""Who does what for the lab: for its owners and the managers of its sites."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.time import today
from fiksummin.people import actions, queries, rules
from fiksummin.people.choices import RoleKind, places
from fiksummin.people.forms.roles import RoleForm
from fiksummin.people.models import Person
from fiksummin.people.views.reader import reader
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def roles(request: HttpRequest) -> HttpResponse:
    """List the roles I may look after, and give one."""
    by = _runs_something(request)
    form = RoleForm(sent(request), by=by)
    tried = attempt(form, lambda: _grant(by, form.cleaned_data))
    if tried.done:
        messages.success(request, _("The role was given, and a letter tells of it."))
        return see_other("people:roles")
    named = places()
    rows = [
        {"role": role, "place": named.get(role.place, role.place), "reason": rules.why_not_end_role(by, role)}
        for role in queries.roles_seen_by(by, today())
    ]
    words = {"form": form, "roles": rows}
    return render(request, "people/roles.html", words, status=tried.status)


@require_POST
@login_required
def role_end(request: HttpRequest, role: int) -> HttpResponse:
    """End a role."""
    by = _runs_something(request)
    row = get_object_or_404(queries.roles_seen_by(by, today()), pk=role)
    actions.end_role(by=by, role=row)
    messages.success(request, _("The role has ended."))
    return see_other("people:roles")


def _grant(by: Person, words: dict[str, Any]) -> None:
    actions.grant_role(by=by, person=words.pop("email"), **words)


def _runs_something(request: HttpRequest) -> Person:
    """Give the reader when she is an owner or a manager; for others there is no such page."""
    by = reader(request)
    if not by.may_somewhere(RoleKind.MANAGER):
        raise Http404
    return by
