"""Pages for signing in."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.reauthentication import resume_request
from allauth.account.stages import LoginByCodeStage
from allauth.account.views import ConfirmLoginCodeView, LoginView
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.people import again
from fiksummin.people.codes import CodeSignIn
from fiksummin.people.forms.sign_in import AgainForm, CodeForm, SignInForm
from fiksummin.people.models import Person
from fiksummin.people.views.reader import reader
from fiksummin.ui.attempts import attempt, see_other, sent


class SignInView(LoginView):  # type: ignore[misc]  # allauth has no types
    """One page with every way in."""

    form_class = SignInForm

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        """Answer 422 and keep what was typed."""
        return _unprocessable(super().form_invalid(form))


@method_decorator(
    login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_login"), name="dispatch"
)
class CodeView(ConfirmLoginCodeView):  # type: ignore[misc]  # allauth has no types
    """The page that asks for the code."""

    form_class = CodeForm

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go on where the reader is, or begin anew when her time is up."""
        self.stage = request._login_stage  # type: ignore[attr-defined]  # noqa: SLF001 -- set by the decorator
        self._process = CodeSignIn.resume(self.stage)
        if self._process is None:
            return redirect("account_login")
        # The machinery's own dispatch would go on with its own process.
        answer: HttpResponse = super(ConfirmLoginCodeView, self).dispatch(request, *args, **kwargs)
        return answer

    def form_invalid(self, form: CodeForm) -> HttpResponse:
        """Answer 422; after too many wrong codes begin anew."""
        return _unprocessable(super().form_invalid(form))


form_methods = require_http_methods(["GET", "HEAD", "POST"])
sign_in = form_methods(SignInView.as_view())
code = form_methods(CodeView.as_view())


@require_safe
def elsewhere(request: HttpRequest) -> HttpResponse:
    """Send old and guessed addresses of the sign-in to its one page."""
    query = request.GET.urlencode()
    return redirect(f"{reverse('account_login')}?{query}" if query else reverse("account_login"))


type View = Callable[..., HttpResponse]


def fresh(view: View) -> View:
    """Ask for a code first when the sign-in is no longer fresh: a forgotten browser must not give keys away.

    For views of the machinery, which itself asks for a second factor where there is one.
    """
    return _only(again.is_fresh, view)


def proven(view: View) -> View:
    """Likewise for a view of our own: who has a second factor is led to it."""
    return _only(again.is_proven, view)


def _only(holds: Callable[[HttpRequest, Person], bool], view: View) -> View:
    @login_required
    @wraps(view)
    def inner(request: HttpRequest, **words: Any) -> HttpResponse:
        if holds(request, reader(request)):
            return view(request, **words)
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{query}")

    return inner


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def once_more(request: HttpRequest) -> HttpResponse:
    """Confirm by a code sent to one's own address, and go on with what was asked for."""
    person, form = reader(request), AgainForm(sent(request) if "code" in request.POST else None)
    if is_mfa_enabled(person):
        return redirect(f"{reverse('mfa_reauthenticate')}?{request.GET.urlencode()}")
    tried = attempt(form, lambda: again.confirm(request, person, form.cleaned_data["code"]))
    if tried.done:
        return resume_request(request) or see_other("people:me")
    if request.method == "POST" and "code" not in request.POST:
        again.send_code(request, person)
        return HttpResponseRedirect(request.get_full_path(), status=HTTPStatus.SEE_OTHER)
    words = {"form": form, "asked": again.ASKED.is_asked(request), "email": person.email}
    return render(request, "people/again.html", words, status=tried.status)


def _unprocessable(answer: HttpResponse) -> HttpResponse:
    if answer.status_code == HTTPStatus.OK:
        answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    return answer
