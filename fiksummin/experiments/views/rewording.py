"""Correcting the words of an experiment."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.experiments import actions, queries, rules
from fiksummin.experiments.forms import CorrectionForm
from fiksummin.experiments.views.experiments import seen_experiment
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def experiment_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Say an experiment otherwise."""
    person, found = person_of(request), seen_experiment(request, pk)
    refuse_if(rules.why_not_reword(found, person))
    begun = queries.words_of(found) | {"upon": queries.reworded(found)}
    form = CorrectionForm(sent(request), initial=begun)
    tried = attempt(form, lambda: actions.reword_experiment(by=person, experiment=found, wish=form.wish()))
    if tried.done:
        say_done(request, _("The new words stand. What it said before is in the log."))
        return see_other("experiments:experiment", found.pk)
    context = {"form": form, "experiment": found}
    return render(request, "experiments/experiment_words.html", context, status=tried.status)
