"""Saying that one uses a thing, and whether one's agency permits a tool."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.library import actions, queries, rules
from fiksummin.library.forms import AdoptionForm, RulingForm
from fiksummin.library.models import Adoption
from fiksummin.library.views.items import seen_item
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item_adoption(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one uses it, or tell anew how it goes."""
    person, found = person_of(request), seen_item(request, pk)
    refuse_if(rules.why_not_adopt(found, person))
    own = queries.own_adoption(found, person)
    form = AdoptionForm(sent(request), initial=_told(own))
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.adopt(by=person, item=found, wish=form.wish()).pk),
    )
    if tried.result:
        say_done(request, _("Thank you: others see how it goes with you."))
        return see_other("library:item", found.pk, fragment=f"adoption-{tried.result}")
    context = {"form": form, "item": found, "own": own}
    return render(request, "library/item_adoption.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item_ruling(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether one's agency permits a tool."""
    person, found = person_of(request), seen_item(request, pk)
    form = RulingForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _rule(form, request, pk)))
    if tried.result:
        return see_other("library:item", found.pk, fragment="rulings")
    context = {"form": form, "item": found, "body": person.organisation}
    return render(request, "library/item_ruling.html", context, status=tried.status)


def _rule(form: RulingForm, request: HttpRequest, pk: int) -> int:
    given = form.cleaned_data
    return actions.rule_tool(
        by=person_of(request), item=seen_item(request, pk), ruling=given["ruling"], note=given["note"]
    ).pk


def _told(own: Adoption | None) -> dict[str, Any]:
    if own is None:
        return {}
    return {name: getattr(own.told, name) for name in ("place", "how", "result", "rating", "ended")}
