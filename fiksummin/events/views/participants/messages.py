"""Organisers write to those who take part: first they see whom it reaches, then they send it, once."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.messages import MessageForm
from fiksummin.events.models import Event, Message
from fiksummin.events.views.access import run_event
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent

NAMED = 50
"""How many readers are named before a letter is sent."""
LONGEST_NUMBER = 9


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def messages(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a letter, see whom it reaches, send it; and see what was sent before."""
    event, given = run_event(request, pk), sent(request)
    reach = queries.reach(event, now())
    form = MessageForm(given, reach=reach)
    if given is None or "edit" in given:
        return _page(request, event, form)
    if "reach" not in given:
        return _page(request, event, form, preview=form.is_valid(), status=200 if form.is_valid() else 422)
    tried = attempt(form, lambda: once(request, form, lambda: _send(request, event, form)))
    if tried.done:
        say_done(request, _("The letter is on its way."))
        return see_other("events:messages", event.pk)
    return _page(request, event, form, preview=tried.status == HTTPStatus.CONFLICT, status=tried.status)


def _send(request: HttpRequest, event: Event, form: MessageForm) -> int:
    shown = request.POST["reach"]
    number = int(shown) if shown.isascii() and shown.isdecimal() and len(shown) < LONGEST_NUMBER else -1
    words = {name: form.cleaned_data[name] for name in ("whom", "subject", "text")}
    return actions.send_message(by=person_of(request), event=event, reach=number, **words).pk


def _page(
    request: HttpRequest, event: Event, form: MessageForm, *, preview: bool = False, status: int = 200
) -> HttpResponse:
    at, whom = now(), str(form["whom"].value())
    lately = queries.lately_sent(event, at - rules.LETTERS_WITHIN)
    named = queries.reached(event, whom).select_related("person")[:NAMED] if preview else []
    context = {
        "event": event,
        "form": form,
        "barred": rules.why_not_write(event, person_of(request), lately, at),
        "preview": preview,
        "reach": queries.reached(event, whom).count() if preview else 0,
        "named": list(named),
        "before": Message.objects.filter(event=event).select_related("made_by"),
    }
    return render(request, "events/messages.html", context, status=status)
