"""Inviting guests, and coming in as one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.time import now
from fiksummin.people import actions, queries, rules
from fiksummin.people.forms.guests import AcceptanceForm, InvitationForm
from fiksummin.people.models import Invitation, Person
from fiksummin.people.views.reader import reader
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def invitations(request: HttpRequest) -> HttpResponse:
    """Show my invitations, and invite a guest."""
    person = reader(request)
    form = InvitationForm(sent(request), initial={"language": get_language()})
    tried = attempt(form, lambda: once(request, form, lambda: _invite(form, person)))
    if tried.done:
        say_done(request, _("The invitation is on its way."))
        return see_other("people:invitations")
    mine = Invitation.objects.filter(sponsor=person).select_related("accepted_by")
    words = {
        "form": form,
        "invitations": mine[:50],
        "now": now(),
        "reason": rules.why_not_invite(person),
    }
    return render(request, "people/invitations.html", words, status=tried.status)


@require_POST
@login_required
def invitation_withdrawal(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take back an invitation of mine."""
    row = get_object_or_404(Invitation, pk=invitation, sponsor=reader(request))
    actions.withdraw_invitation(by=reader(request), invitation=row)
    messages.success(request, _("The invitation was withdrawn."))
    return see_other("people:invitations")


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Show an invitation; only POST uses it, so a mail scanner that follows the link does not."""
    row = queries.invitation_by_secret(secret)
    if row is None:
        raise Http404
    reason = rules.why_not_accept(row, now())
    if reason:
        return render(request, "people/invitation_gone.html", {"reason": reason}, status=410)
    known = {"name": row.name, "language": get_language()}
    form = AcceptanceForm(sent(request), initial=known)
    tried = attempt(form, lambda: actions.accept_invitation(secret=secret, **form.cleaned_data))
    if tried.result:
        return _welcome(request, tried.result)
    words = {"form": form, "invitation": row}
    return render(request, "people/invitation.html", words, status=tried.status)


def _welcome(request: HttpRequest, person: Person) -> HttpResponse:
    """Sign a newcomer in: the link came to her address. Who had an account signs in as always."""
    messages.success(request, _("Welcome. The invitation was accepted."))
    if person.last_login is None and not request.user.is_authenticated:
        actions.sign_in_as(request, person, method="invitation")
    return see_other("portal:today")


def _invite(form: InvitationForm, person: Person) -> int:
    words = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    return actions.invite_guest(by=person, **words)[0].pk
