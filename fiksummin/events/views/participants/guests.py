"""Organisers invite people by mail, see who answered, and withdraw invitations."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.choices import LinkKind
from fiksummin.events.forms.guests import GuestsForm
from fiksummin.events.models import Event
from fiksummin.events.views.access import run_event
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def guests(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who was invited and what came of it; invite more."""
    event, person, at = run_event(request, pk), person_of(request), now()
    form = GuestsForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _invite(form, event, person)))
    if tried.done:
        say_done(request, _said(event, form.cleaned_data["guests"], tried.result or 0))
        return see_other("events:guests", event.pk)
    context = {
        "event": event, "form": form, "invited": queries.invited(event, at),
        "barred": rules.why_not_invite(event, person, at),
    }  # fmt: skip
    return render(request, "events/guests.html", context, status=tried.status)


def _invite(form: GuestsForm, event: Event, person: Person) -> int:
    given = form.cleaned_data
    return actions.invite_guests(by=person, event=event, guests=given["guests"], language=given["language"])


def _said(event: Event, guests: list[tuple[str, str]], count: int) -> str:
    said = ngettext("%(count)d invitation is on its way.", "%(count)d invitations are on their way.", count)
    words = said % {"count": count}
    if known := queries.registered_among(event, guests):
        words += " " + _("Registered already, so no letter goes to them: %(names)s.") % {
            "names": ", ".join(known)
        }
    return words


@require_POST
@login_required
def guest_withdrawal(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Withdraw an invitation that was not answered; doing it again changes nothing."""
    event = run_event(request, pk)
    found = get_object_or_404(event.links.filter(kind=LinkKind.INVITED), pk=link)
    actions.withdraw_guest(by=person_of(request), link=found)
    messages.success(request, _("The invitation is withdrawn. Its link opens nothing any more."))
    return see_other("events:guests", event.pk)
