"""Checking a thing, and taking it out of use and back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.errors import refuse_if
from fiksummin.library import actions, rules
from fiksummin.library.forms import RetirementForm
from fiksummin.library.views.items import seen_item
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent


@require_POST
@login_required
def item_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it still holds."""
    found = seen_item(request, pk)
    actions.check_item(by=person_of(request), item=found)
    say_done(request, _("Thank you: it holds as of today."))
    return see_other("library:item", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item_retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out of use."""
    person, found = person_of(request), seen_item(request, pk)
    refuse_if(rules.why_not_retire(found, person))
    form = RetirementForm(sent(request), item=found, reader=person)
    tried = attempt(
        form,
        lambda: actions.retire_item(
            by=person, item=found, reason=form.cleaned_data["reason"], replacement=form.chosen
        ),
    )
    if tried.done:
        say_done(request, _("It is out of use. Its page stays, with what replaces it."))
        return see_other("library:item", found.pk)
    return render(request, "library/item_retirement.html", {"form": form, "item": found}, status=tried.status)


@require_POST
@login_required
def item_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back into use."""
    found = seen_item(request, pk)
    actions.return_item(by=person_of(request), item=found)
    say_done(request, _("It is in use again."))
    return see_other("library:item", found.pk)
