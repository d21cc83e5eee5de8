"""Making a model of an experiment: one press."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fiksummin.experiments import actions
from fiksummin.experiments.views.experiments import seen_experiment
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import say_done, see_other


@require_POST
@login_required
def experiment_model(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a model with the words of the experiment."""
    item = actions.make_model(by=person_of(request), experiment=seen_experiment(request, pk))
    say_done(request, _("This draft has the words of the experiment. Complete it, and publish it."))
    return see_other("library:item_change", item.pk)
