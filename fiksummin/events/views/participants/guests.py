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
        count = tried.result or 0
        said = ngettext(
            "%(count)d invitation is on its way.", "%(count)d invitations are on their way.", count
        )
        say_done(request, said % {"count": count})
        return see_other("events:guests", event.pk)
    context = {
        "event": event, "form": form, "invited": queries.invited(event, at),
        "barred": rules.why_not_invite(event, person, at),
    }  # fmt: skip
    return render(request, "events/guests.html", context, status=tried.status)


def _invite(form: GuestsForm, event: Event, person: Person) -> int:
    given = form.cleaned_data
    return actions.invite_guests(by=person, event=event, guests=given["guests"], language=given["language"])


@require_POST
@login_required
def guest_withdrawal(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Withdraw an invitation that was not answered; doing it again changes nothing."""
    event = run_event(request, pk)
    found = get_object_or_404(event.links.filter(kind=LinkKind.INVITED), pk=link)
    actions.withdraw_guest(by=person_of(request), link=found)
    messages.success(request, _("The invitation is withdrawn. Its link opens nothing any more."))
    return see_other("events:guests", event.pk)
