"""The form by which a campaign gets its colour and its picture."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.ideas import actions, queries
from fiksummin.ideas.forms import LookForm
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def campaign_look(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose what a campaign looks like."""
    person = person_of(request)
    found = get_object_or_404(queries.campaigns_run_by(person), slug=slug)
    form = LookForm(sent(request), request.FILES or None, campaign=found)
    tried = attempt(form, lambda: _set(form, person, found))
    if tried.done:
        say_done(request, _("The campaign was changed."))
        return see_other("ideas:campaign", found.slug)
    return render(request, "ideas/campaign_look.html", {"form": form, "campaign": found}, status=tried.status)


def _set(form: LookForm, person: Person, found: Campaign) -> None:
    given = form.cleaned_data
    actions.set_look(
        by=person, campaign=found, accent=given["accent"], words=given, picture=given["file"],
        removed=given.get("removed", False),
    )  # fmt: skip
