"""Accessibility feedback: given without signing in, answered within fourteen days."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fiksummin.core.errors import NotAllowed
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.site import actions, limits
from fiksummin.site.forms import AnswerForm, FeedbackForm
from fiksummin.site.models import AccessibilityFeedback
from fiksummin.site.queries import obstacles


def new(request: HttpRequest) -> HttpResponse:
    """Give feedback; the answer to it says by when we answer."""
    person = request.user if isinstance(request.user, Person) else None
    initial = {"page": request.GET.get("page", ""), "email": person.email if person else ""}
    form = FeedbackForm(request.POST or None, initial=initial)
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        if limits.spend("accessibility-feedback", request, most=5):
            sent = actions.send_feedback(by=person, language=get_language() or "fi", **form.cleaned_data)
            return redirect("site:feedback_mine", sent.token, status=303)
        form.add_error(None, _("Much feedback has come from your network within an hour. Try again later."))
        status = 429
    return render(request, "site/feedback_new.html", {"form": form}, status=status)


@require_safe
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Show the sender her feedback and its answer; the address is the key."""
    # allow(through-the-person): the sender need not have an account; the secret in the address is the key
    found = get_object_or_404(AccessibilityFeedback, token=token)
    return render(request, "site/feedback_mine.html", {"feedback": found})


@require_safe
@login_required
def feedback_list(request: HttpRequest) -> HttpResponse:
    """List the feedback for those who answer it, overdue first."""
    found = obstacles.for_person(cast(Person, request.user))
    return render(request, "site/feedback_list.html", {"feedback": found, "today": today()})


@require_safe
@login_required
def one(request: HttpRequest, feedback: int) -> HttpResponse:
    """Show one, with a form for the answer."""
    found = obstacles.one(cast(Person, request.user), feedback)
    return render(request, "site/feedback.html", {"feedback": found, "form": AnswerForm(), "today": today()})


@require_POST
@login_required
def answer(request: HttpRequest, feedback: int) -> HttpResponse:
    """Answer; that closes the feedback and tells its sender."""
    found = obstacles.one(cast(Person, request.user), feedback)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_feedback(
                by=cast(Person, request.user), feedback=found, answer=form.cleaned_data["answer"]
            )
        except NotAllowed as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, _("The answer is sent."))
            return redirect("site:feedback", found.pk, status=303)
    words = {"feedback": found, "form": form, "today": today()}
    return render(request, "site/feedback.html", words, status=422)
