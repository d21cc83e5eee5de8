"""Whether an event is held: published, withdrawn, cancelled."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.changing import CancellationForm
from fiksummin.events.models import Event
from fiksummin.events.views.access import run_event
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@login_required
def event_publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell who will see an event and what is still missing, and publish it; once more changes nothing."""
    person, event, at = person_of(request), run_event(request, pk), now()
    if event.published_at and not event.cancelled_at:
        return see_other("events:event", pk)
    refuse_if(rules.why_not_publish(event, person, at))
    if request.method == "POST":
        actions.publish_event(by=person, event=event)
        messages.success(request, _("The event is published."))
        return see_other("events:event", pk)
    context = {"event": event, "at": at, "lacks": rules.what_lacks(event)}
    return render(request, "events/organise/event_publication.html", context)


@shown_and_sent
@login_required
def event_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and make an event for which nobody has registered a draft again; once more changes nothing."""
    person, event, at = person_of(request), run_event(request, pk), now()
    if not event.published_at:
        return see_other("events:event", pk)
    refuse_if(rules.why_not_withdraw(event, person, at, queries.has_registrations(event)))
    if request.method == "POST":
        actions.withdraw_event(by=person, event=event)
        messages.success(request, _("The event is a draft again. Only those who hold it see it."))
        return see_other("events:event", pk)
    return render(request, "events/organise/event_withdrawal.html", {"event": event})


@shown_and_sent
@login_required
def event_cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who will be told, ask for the reason, and cancel an event; cancelling again changes nothing."""
    person, event, at = person_of(request), run_event(request, pk), now()
    if event.cancelled_at:
        return see_other("events:event", pk)
    refuse_if(rules.why_not_change_event(event, person, at))
    form = CancellationForm(sent(request), event=event)
    tried = attempt(form, lambda: _cancel(form, person, event))
    if tried.done:
        messages.success(request, _("The event is cancelled. Those who registered are told why."))
        return see_other("events:event", pk)
    context = {"event": event, "form": form, "concerned": queries.concerned_by(event, person)}
    return render(request, "events/organise/event_cancellation.html", context, status=tried.status)


def _cancel(form: CancellationForm, person: Person, event: Event) -> int:
    given = form.cleaned_data
    scope = actions.Scope(given.get("scope", actions.Scope.THIS))
    return actions.cancel_events(by=person, event=event, reason=given["reason"], scope=scope)
