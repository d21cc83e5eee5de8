"""A lesson that nobody has answered: leaving it to somebody else."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.time import today
from fiksummin.experiments import actions, queries, rules
from fiksummin.experiments.forms import LessonReceiverForm
from fiksummin.experiments.views.experiments import seen_experiment
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, refuse_unless_done, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lesson_receiver(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a lesson that nobody has answered to somebody else."""
    person, found = person_of(request), seen_experiment(request, pk)
    reception = getattr(found, "reception", None)
    if reception is None:
        raise Http404
    form = LessonReceiverForm(sent(request), units=queries.seldom_reached(person, today()))
    refuse_unless_done(request, form, rules.why_not_leave_anew(reception, person, today()))

    def act() -> int:
        return actions.leave_lesson_anew(by=person, reception=reception, receiver=form.given).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.result:
        say_done(request, _("The lesson was left to somebody else."))
        return see_other("experiments:experiment", found.pk, fragment="lesson")
    context = {"form": form, "experiment": found}
    return render(request, "experiments/lesson_receiver.html", context, status=tried.status)
