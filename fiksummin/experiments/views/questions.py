"""Questions to those who tried something out."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from fiksummin.experiments import actions
from fiksummin.experiments.forms import QuestionForm, ReplyForm
from fiksummin.experiments.models import Experiment, Question
from fiksummin.experiments.views.experiments import page, seen_experiment
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, see_other, sent


@require_POST
@login_required
def experiment_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the team of an experiment."""
    person, found = person_of(request), seen_experiment(request, pk)
    form = QuestionForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _ask(form, person, found)))
    if tried.result:
        return see_other("experiments:experiment", found.pk, fragment=f"question-{tried.result}")
    return page(request, found, question=form, status=tried.status)


@require_POST
@login_required
def question_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a question to one's team."""
    person = person_of(request)
    question = get_object_or_404(Question.objects.visible_to(person), pk=pk)
    form = ReplyForm(sent(request), prefix=f"reply-{pk}")
    tried = attempt(
        form,
        lambda: actions.answer_question(by=person, question=question, answer=form.cleaned_data["text"]),
    )
    if tried.done:
        return see_other("experiments:experiment", question.experiment_id, fragment=f"question-{pk}")
    found = seen_experiment(request, question.experiment_id)
    return page(request, found, reply=form, status=tried.status)


def _ask(form: QuestionForm, person: Person, experiment: Experiment) -> int:
    return actions.ask_team(by=person, experiment=experiment, text=form.cleaned_data["text"]).pk
