"""Experiments: what is tried out, its log, its ending."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.tables import table_parts
from fiksummin.core.time import today
from fiksummin.experiments import actions, queries, rules
from fiksummin.experiments.exports import headings, lines
from fiksummin.experiments.forms import (
    AnswerForm,
    EndingForm,
    ExperimentForm,
    FindingForm,
    LastDayForm,
    NoteForm,
    QuestionForm,
    ReplyForm,
    TeamForm,
)
from fiksummin.experiments.models import Experiment, Hold, Reception
from fiksummin.experiments.models.experiment import ExperimentQuerySet
from fiksummin.ideas.choices import Perspective
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attachments import give
from fiksummin.ui.attempts import attempt, once, refuse_unless_done, say_done, see_other, sent, typed

ON_A_PAGE = 50


@require_safe
@login_required
def experiment_list(request: HttpRequest) -> HttpResponse:
    """Show what is and was tried out, narrowed by the query of the address, the newest first."""
    form, rows = _found(request)
    context = {
        "form": form, "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")), "day": today(),
        "starts": not rules.why_not_start(person_of(request)),
    }  # fmt: skip
    return render(request, "experiments/experiment_list.html", context, status=422 if form.errors else 200)


@require_safe
@login_required
def experiment_table(request: HttpRequest) -> StreamingHttpResponse:
    """Give the list, narrowed as it is, as a file, a part at a time; no cell of it is a formula."""
    day, (_form, rows) = today(), _found(request)
    return StreamingHttpResponse(
        table_parts(headings(), lines(rows, day)),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="experiments-{day:%Y-%m-%d}.csv"',
            "Cache-Control": "no-store",
        },
    )


def _found(request: HttpRequest) -> tuple[FindingForm, ExperimentQuerySet]:
    reader = person_of(request)
    form = FindingForm(request.GET, trying=queries.trying(reader))
    form.is_valid()
    return form, queries.find_experiments(reader, form.finding(), today())


@require_safe
@login_required
def experiment_cells(request: HttpRequest) -> HttpResponse:
    """Show which organisation tries what; an empty cell invites to begin there."""
    person = person_of(request)
    context = {
        "rows": queries.cells(person, today()), "perspectives": Perspective,
        "starts": not rules.why_not_start(person), "throws": not rules.why_not_throw(person),
    }  # fmt: skip
    return render(request, "experiments/experiment_cells.html", context)


@require_safe
@login_required
def experiment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an experiment: what, why, until when, its log, and in the end its lesson."""
    return page(request, seen_experiment(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def experiment_new(request: HttpRequest) -> HttpResponse:
    """Start an experiment: new, from an idea (``?idea=``), as a repetition (``?repeats=``), or with a baton (``?baton=``)."""
    person = person_of(request)
    refuse_if(rules.why_not_start(person))
    idea, other = _of(request, person)
    form = _new_form(request, idea, other)
    tried = attempt(
        form,
        lambda: once(
            request, form,
            lambda: _start(request, person, form.wish(idea=idea, repeats=other)),
        ),
    )  # fmt: skip
    if tried.result:
        say_done(request, _("The experiment has begun. When it ends, tell here whether it works."))
        return see_other("experiments:experiment", tried.result)
    context = {"form": form, "idea": idea, "other": other}
    return render(request, "experiments/experiment_new.html", context, status=tried.status)


def _new_form(request: HttpRequest, idea: Idea | None, other: Experiment | None) -> ExperimentForm:
    draft = typed(request)
    begun = draft or _begin(idea, other) or _cell(request)
    form = ExperimentForm(None if draft else sent(request), initial=begun)
    if other is None:
        del form.fields["repeats_how"]
    return form


@require_POST
@login_required
def experiment_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a line into the log."""
    person, found = person_of(request), seen_experiment(request, pk)
    form = NoteForm(sent(request), request.FILES or None)
    tried = attempt(form, lambda: once(request, form, lambda: _note(form, person, found)))
    if tried.result:
        return see_other("experiments:experiment", found.pk, fragment=f"note-{tried.result}")
    return page(request, found, form=form, status=tried.status)


@require_safe
@login_required
def note_file(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Give what is attached to the log to those who see the experiment."""
    found = seen_experiment(request, pk)
    row = get_object_or_404(queries.attached_to(found), pk=attachment)
    return give(request, row)  # type: ignore[return-value]  # a stream is an answer, too


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def experiment_ending(request: HttpRequest, pk: int) -> HttpResponse:
    """End an experiment with its lesson."""
    person, found = person_of(request), seen_experiment(request, pk)
    form = EndingForm(sent(request), units=queries.seldom_reached(person, today()))
    refuse_unless_done(request, form, rules.why_not_end(found, person))

    def act() -> int:
        return actions.end_experiment(by=person, experiment=found, wish=form.wish()).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.result:
        say_done(request, _("Thank you: the lesson is there for everybody now."))
        return see_other("experiments:experiment", found.pk)
    context = {"form": form, "experiment": found}
    return render(request, "experiments/experiment_ending.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def experiment_last_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an experiment another last day, with the reason."""
    person, found = person_of(request), seen_experiment(request, pk)
    refuse_if(rules.why_not_prolong(found, person))
    form = LastDayForm(sent(request), initial={"ends_on": found.ends_on})
    tried = attempt(
        form, lambda: actions.prolong_experiment(by=person, experiment=found, **form.cleaned_data)
    )
    if tried.done:
        say_done(request, _("The new last day stands in the log, too."))
        return see_other("experiments:experiment", found.pk, fragment="log")
    context = {"form": form, "experiment": found}
    return render(request, "experiments/experiment_last_day.html", context, status=tried.status)


@require_POST
@login_required
def lesson_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what became of a lesson that one was to receive."""
    person, found = person_of(request), seen_experiment(request, pk)
    reception = get_object_or_404(queries.receptions_of(person), experiment=found)
    form = AnswerForm(sent(request))
    tried = attempt(
        form,
        lambda: actions.answer_lesson(by=person, reception=reception, answer=form.cleaned_data["answer"]),
    )
    if tried.done:
        return see_other("experiments:experiment", found.pk, fragment="lesson")
    return page(request, found, answer=form, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lesson_offer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the person to whose address it was sent, and nobody else, a lesson; she takes it up, and answers."""
    person = person_of(request)
    reception = queries.lesson_by(token, person)
    if reception is None:
        raise Http404
    if request.method == "POST":
        actions.take_lesson(by=person, reception=reception, is_asked=True)
        return see_other("experiments:experiment", reception.experiment_id, fragment="lesson")
    mine = reception.person_id == person.pk
    barred = "" if mine else rules.why_not_take_lesson(reception, person, is_asked=True)
    context = {"experiment": reception.experiment, "token": token, "barred": barred}
    return render(request, "experiments/lesson_offer.html", context)


def seen_experiment(request: HttpRequest, pk: int) -> Experiment:
    """Give an experiment that the reader may see, with all that its page says."""
    return get_object_or_404(queries.whole_experiment(reader_of(request)), pk=pk)


def _of(request: HttpRequest, person: Person) -> tuple[Idea | None, Experiment | None]:
    """Give the idea and the experiment named in the address, as far as she may see them."""
    idea, other = request.GET.get("idea", ""), request.GET.get("repeats", "")
    ideas, others = Idea.objects.visible_to(person), Experiment.objects.visible_to(person)
    return (
        get_object_or_404(ideas, pk=idea) if idea.isdecimal() else None,
        get_object_or_404(others, pk=other) if other.isdecimal() else None,
    )


def _begin(idea: Idea | None, other: Experiment | None) -> dict[str, Any]:
    if other is not None:
        names = ("title", "why", "expectation", "measure", "perspectives")
        return {name: getattr(other, name) for name in names}
    return {"title": idea.title, "perspectives": [idea.perspective]} if idea else {}


def _cell(request: HttpRequest) -> dict[str, Any]:
    """Give what an empty cell of the overview fills in: the perspective, and the organisation as the place."""
    perspective, number = request.GET.get("perspective", ""), request.GET.get("organisation", "")
    body = Organisation.objects.standing(today()).filter(pk=number).first() if number.isdecimal() else None
    return {
        "perspectives": [perspective] if perspective in Perspective.values else [],
        "place": body.name if body else "",
    }


def _start(request: HttpRequest, person: Person, wish: queries.ExperimentWish) -> int:
    baton = request.GET.get("baton", "")
    if not baton.isdecimal():
        return actions.start_experiment(by=person, wish=wish).pk
    hold = get_object_or_404(Hold.objects.visible_to(person).standing(), baton=baton)
    return actions.try_with_baton(by=person, hold=hold, wish=wish).pk


def _note(form: NoteForm, person: Person, experiment: Experiment) -> int:
    given = form.cleaned_data
    return actions.note_experiment(
        by=person, experiment=experiment, text=given["text"], kept=given["file"], words=given["words"]
    ).pk


def page(
    request: HttpRequest, found: Experiment, *, form: NoteForm | None = None, answer: AnswerForm | None = None,
    question: QuestionForm | None = None, reply: ReplyForm | None = None, team: TeamForm | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Show the page of an experiment, with the form that was sent as it was sent."""
    person = person_of(request)
    runs = any(member.person_id == person.pk for member in found.team.all())
    context = {
        "experiment": found,
        "day": today(),
        "tried": queries.tried(found),
        "model": queries.seen_model(found, person),
        "why_not_model": rules.why_not_model(found, person),
        "runs": runs,
        **(_of_team(found, person, team) if runs else {}),
        "may_start": not rules.why_not_start(person),
        "asked": _asked(found, reply, runs=runs),
        "question": question or QuestionForm(),
        "ends": not rules.why_not_end(found, person),
        "form": form or NoteForm(),
        **_of_lesson(found, person, answer),
    }
    return render(request, "experiments/experiment.html", context, status=status)


def _of_lesson(found: Experiment, person: Person, answer: AnswerForm | None) -> dict[str, Any]:
    """Give who is to tell what becomes of the lesson, the form for her, and whether it can be left to another."""
    reception = getattr(found, "reception", None)
    if reception is None:
        return {}
    return {
        "reception": reception,
        "leaves_anew": not rules.why_not_leave_anew(reception, person, today()),
        "answer": answer or AnswerForm() if _answers(reception, person) else None,
    }


def _of_team(found: Experiment, person: Person, team: TeamForm | None) -> dict[str, Any]:
    """Give what the team reads of itself: who is invited, how to invite or to leave, and whether it may alter days and words."""
    return {
        "waiting": queries.invitations_to(found),
        "team": None if rules.why_not_invite(found, person) else team or TeamForm(),
        "leaves": not rules.why_not_leave(found, person),
        "alters": found.ended_at is None,
    }


def _asked(found: Experiment, reply: ReplyForm | None, *, runs: bool) -> list[dict[str, Any]]:
    """Give the questions, each that waits with the form of its answer for the team."""
    rows = []
    for row in found.questions.all():
        prefix = f"reply-{row.pk}"
        own = reply if reply and reply.prefix == prefix else ReplyForm(prefix=prefix)
        rows.append({"row": row, "form": own if runs and row.answered_at is None else None})
    return rows


def _answers(reception: Reception, person: Person) -> bool:
    """Say whether it is hers to tell what became of a lesson."""
    return reception.person_id == person.pk or not rules.why_not_take_lesson(
        reception, person, is_asked=False
    )
