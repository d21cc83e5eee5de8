"""Somebody tried the same elsewhere, and tells how it went."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.experiments import actions, rules
from fiksummin.experiments.forms import RepetitionForm
from fiksummin.experiments.views.experiments import seen_experiment
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def experiment_repetition(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell that one tried the same as an experiment, and whether it works: what did not is linked to the first, too."""
    person, found = person_of(request), seen_experiment(request, pk)
    refuse_if(rules.why_not_start(person))
    form = RepetitionForm(sent(request))

    def act() -> int:
        return actions.tell_repetition(by=person, experiment=found, wish=form.wish()).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.result:
        say_done(request, _("Thank you: the lesson is there for everybody now."))
        return see_other("experiments:experiment", tried.result)
    context = {"form": form, "experiment": found}
    return render(request, "experiments/experiment_repetition.html", context, status=tried.status)
