"""Accessibility feedback: given without signing in, answered within fourteen days."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.site import actions, limits
from fiksummin.site.forms import AnswerForm, FeedbackForm
from fiksummin.site.models import AccessibilityFeedback
from fiksummin.site.queries import obstacles
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Give feedback; what comes of it says by when we answer."""
    by = request.user if isinstance(request.user, Person) else None
    known = {"page": request.GET.get("page", ""), "email": by.email if by else ""}
    form, language = FeedbackForm(sent(request), initial=known), get_language() or "fi"
    if form.is_bound and form.is_valid() and not limits.spend("accessibility-feedback", request, most=5):
        form.add_error(None, _("Much feedback has come from your network within an hour. Try again later."))
        words = {"form": form}
        return render(request, "site/feedback_new.html", words, status=HTTPStatus.TOO_MANY_REQUESTS)
    tried = attempt(form, lambda: actions.send_feedback(by=by, language=language, **form.cleaned_data))
    if tried.result:
        return see_other("site:feedback_mine", tried.result.token)
    return render(request, "site/feedback_new.html", {"form": form}, status=tried.status)


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
    by = cast(Person, request.user)
    found, form = obstacles.one(by, feedback), AnswerForm(request.POST)
    tried = attempt(
        form, lambda: actions.answer_feedback(by=by, feedback=found, answer=form.cleaned_data["answer"])
    )
    if tried.done:
        messages.success(request, _("The answer is sent."))
        return see_other("site:feedback", found.pk)
    words = {"feedback": found, "form": form, "today": today()}
    return render(request, "site/feedback.html", words, status=tried.status)
