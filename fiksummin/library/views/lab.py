"""How the lab works and has worked, and what it learnt about itself; for everybody to read."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.library import actions, queries, rules
from fiksummin.library.forms import LabLessonForm, LabModelForm
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_safe
def lab_model(request: HttpRequest) -> HttpResponse:
    """Show how the lab works now, and because of what it came to be so."""
    reader, versions = reader_of(request), list(queries.lab_versions())
    context = {
        "now": versions[0] if versions else None,
        "versions": queries.with_faces(versions, "because_of_id", reader),
        "writes": reader is not None and not rules.why_not_lab(reader),
    }
    return render(request, "library/lab_model.html", context)


@require_safe
def lab_model_version(request: HttpRequest, number: int) -> HttpResponse:
    """Show what differed from the version before."""
    version = get_object_or_404(queries.lab_versions(), number=number)
    before = queries.lab_versions().filter(number=number - 1).first()
    context = {
        "version": version,
        "pieces": queries.pieces(str(before.text) if before else "", str(version.text)),
        "face": queries.face_of_node(version.because_of_id, reader_of(request)),
    }
    return render(request, "library/lab_model_version.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lab_model_change(request: HttpRequest) -> HttpResponse:
    """Write how the lab works now."""
    person = person_of(request)
    refuse_if(rules.why_not_lab(person))
    form = LabModelForm(sent(request), latest=queries.lab_model(), reader=person)
    tried = attempt(form, lambda: actions.change_lab_model(by=person, wish=form.wish()))
    if tried.done:
        say_done(request, _("The new version stands; the one before can still be read."))
        return see_other("library:lab_model")
    return render(request, "library/lab_model_change.html", {"form": form}, status=tried.status)


@require_safe
def lab_lesson_list(request: HttpRequest) -> HttpResponse:
    """Show what the lab learnt about itself."""
    reader = reader_of(request)
    context = {
        "lessons": queries.with_faces(queries.lab_lessons(), "because_of_id", reader),
        "writes": reader is not None and not rules.why_not_lab(reader),
    }
    return render(request, "library/lab_lesson_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lab_lesson_new(request: HttpRequest) -> HttpResponse:
    """Write down what the lab learnt."""
    person = person_of(request)
    refuse_if(rules.why_not_lab(person))
    form = LabLessonForm(sent(request), reader=person)
    tried = attempt(form, lambda: once(request, form, lambda: _lesson(form, request)))
    if tried.result:
        return see_other("library:lab_lesson_list", fragment=f"lesson-{tried.result}")
    return render(request, "library/lab_lesson_new.html", {"form": form}, status=tried.status)


@require_POST
@login_required
def lab_lesson_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a lesson off the list."""
    lesson = get_object_or_404(queries.lab_lessons(), pk=pk)
    actions.withdraw_lab_lesson(by=person_of(request), lesson=lesson)
    say_done(request, _("The lesson is off the list."))
    return see_other("library:lab_lesson_list")


def _lesson(form: LabLessonForm, request: HttpRequest) -> int:
    given = form.cleaned_data
    return actions.tell_lab_lesson(
        by=person_of(request), text=form.text(), learnt_on=given["learnt_on"], dimension=given["dimension"],
        because_of=given["because_of"],
    ).pk  # fmt: skip
