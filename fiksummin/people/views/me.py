"""My data: what is known of me, and what I decide about it."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core import personal
from fiksummin.core.time import HELSINKI, day_bounds, now
from fiksummin.people import accounts, actions, federation
from fiksummin.people.choices import RoleKind
from fiksummin.people.forms.me import ErasureForm, ProfileForm, TokenForm
from fiksummin.people.models import ApiToken
from fiksummin.people.views.reader import reader
from fiksummin.people.views.sign_in import proven
from fiksummin.ui.attempts import attempt, see_other, sent

either = require_http_methods(["GET", "HEAD", "POST"])


@either
@login_required
def me(request: HttpRequest) -> HttpResponse:
    """Show and change one's own name, language and mails; sessions and tokens beside them."""
    person = reader(request)
    known = {name: getattr(person, name) for name in ProfileForm.base_fields}
    form = ProfileForm(sent(request), initial=known)
    tried = attempt(form, lambda: actions.change_profile(by=person, **form.cleaned_data))
    if tried.done:
        messages.success(request, _("Your data were saved."))
        return see_other("people:me")
    words = {
        "form": form,
        "person": person,
        "sessions": accounts.sessions_of(person, request.session.session_key),
        "federated": federation.is_offered(),
        "runs": person.may_somewhere(RoleKind.MANAGER),
        "owns": person.may(RoleKind.OWNER),
        "tokens": ApiToken.objects.filter(person=person, revoked_at=None, expires_at__gt=now()),
    }
    return render(request, "people/me.html", words, status=tried.status)


@require_safe
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """Show what is kept about me, how much of it, and why."""
    kept = personal.export_all(reader(request).pk).values()
    return render(request, "people/my_data.html", {"kept": [item for item in kept if item["rows"]]})


@require_safe
@login_required
def my_data_json(request: HttpRequest) -> HttpResponse:
    """Give my own copy of everything, for people and programs."""
    answer = JsonResponse(
        personal.export_all(reader(request).pk),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
    )
    answer["Content-Disposition"] = 'attachment; filename="fiksummin.json"'
    return answer


@either
@login_required
def my_erasure(request: HttpRequest) -> HttpResponse:
    """Say what erasure does, and erase when the address was typed."""
    person = reader(request)
    form = ErasureForm(sent(request), expected=person.email or "")
    tried = attempt(form, lambda: actions.erase(by=person, person=person))
    if tried.done:
        logout(request)
        return see_other("people:erased")
    return render(request, "people/my_erasure.html", {"form": form}, status=tried.status)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that nothing is left; anybody may read this page."""
    answer = render(request, "people/erased.html")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@require_POST
@login_required
def my_sessions(request: HttpRequest) -> HttpResponse:
    """End one of my sessions, or all the others."""
    actions.end_sessions(
        by=reader(request), current=request.session.session_key, only=request.POST.get("session", "")
    )
    messages.success(request, _("The session has ended."))
    return see_other("people:me")


@either
@proven
def my_tokens(request: HttpRequest) -> HttpResponse:
    """Make a token; its secret is shown on this answer only, and kept nowhere."""
    person, form = reader(request), TokenForm(sent(request))
    tried = attempt(form, lambda: _make_token(request, form))
    if tried.result:
        token, secret = tried.result
        return render(request, "people/token.html", {"token": token, "secret": secret}, status=201)
    words = {"form": form, "person": person}
    return render(request, "people/my_tokens.html", words, status=tried.status)


@require_POST
@login_required
def token_revocation(request: HttpRequest, token: int) -> HttpResponse:
    """Make one of my tokens worthless."""
    row = get_object_or_404(ApiToken, pk=token, person=reader(request))
    actions.revoke_token(by=reader(request), token=row)
    messages.success(request, _("The token no longer opens anything."))
    return see_other("people:me")


@require_safe
@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Lead those who run the lab to a passkey or an authenticator app."""
    person = reader(request)
    if not person.runs_the_lab:
        raise Http404
    return render(request, "people/second_step.html", {"strong": person.strongly_signed_in})


def _make_token(request: HttpRequest, form: TokenForm) -> tuple[ApiToken, str]:
    words = form.cleaned_data
    expires_at = day_bounds(words["until"], HELSINKI)[1] if words["until"] else None
    return actions.make_token(
        person=reader(request), name=words["name"], scope=words["scope"], expires_at=expires_at
    )
