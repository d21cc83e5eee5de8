"""An event that was to be on site is held online."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.changing import OnlineForm
from fiksummin.events.views.access import run_event
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def event_online(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who keeps what, ask for the link, and have an event held online; once more changes nothing."""
    person, event, at = person_of(request), run_event(request, pk), now()
    if event.only_mode == "virtual" and not event.cancelled_at:
        return see_other("events:event", pk)
    refuse_if(rules.why_not_hold_online(event, person, at))
    form = OnlineForm(sent(request), event=event)
    tried = attempt(form, lambda: actions.hold_events_online(by=person, event=event, **form.words))
    if tried.result:
        said = ngettext(
            "The event is held online. Everybody keeps her place and is told so.",
            "%(count)d events are held online. Everybody keeps her place and is told so.",
            tried.result,
        ) % {"count": tried.result}
        messages.success(request, said)
        return see_other("events:event", pk)
    context = {"event": event, "form": form, "concerned": queries.concerned_by(event, person)}
    return render(request, "events/organise/event_online.html", context, status=tried.status)
