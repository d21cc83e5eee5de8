"""Registering: one press when nothing is asked, one page otherwise; without an account by a link in a letter."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.choices import Audience, RegistrationState
from fiksummin.events.forms.registering import GuestForm, RegistrationForm
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.words import queue_words
from fiksummin.events.views.access import leads_in, seen_event
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@leads_in
def registration_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Register for an event; who has registered already is led to what she has."""
    event, person = seen_event(request, pk), reader_of(request)
    if person is None:
        return _guest(request, event)
    mine = queries.standing_of(event, person)
    if mine is not None and request.method != "POST":
        return redirect("events:registration", mine.pk)
    form = RegistrationForm(sent(request), event=event, initial={"mode": request.GET.get("mode", "")})
    tried = attempt(form, lambda: once(request, form, lambda: _register(form, event, person)))
    if tried.result:
        say_done(
            request, said_of(queries.with_event(Registration.objects.visible_to(person)).get(pk=tried.result))
        )
        return see_other("events:registration", tried.result)
    return _page(request, event, form, tried, mine=mine)


def _guest(request: HttpRequest, event: Event) -> HttpResponse:
    form = GuestForm(sent(request), event=event, initial={"mode": request.GET.get("mode", "")})
    tried = attempt(form, lambda: once(request, form, lambda: _ask(form, event)))
    if tried.done:
        return see_other("events:guest_asked", event.pk)
    return _page(request, event, form, tried)


@require_safe
@leads_in
def guest_asked(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a link is on its way, whoever asked for it."""
    return render(request, "events/guest_asked.html", {"event": seen_event(request, pk)})


def said_of(registration: Registration) -> str:
    """Say in a sentence what came of registering."""
    if registration.state == RegistrationState.CONFIRMED:
        return _("You have a place. A confirmation is on its way to your mail.")
    if registration.state == RegistrationState.OFFERED and registration.offer_due_at:
        due = rules.say_moment(registration.offer_due_at, registration.event)
        return _("A place is held for you. Answer %(due)s at the latest.") % {"due": due}
    if registration.state == RegistrationState.DRAWING:
        return _("You take part in the lottery. You hear the result by mail.")
    return queue_words(registration)


def _register(form: RegistrationForm, event: Event, person: Person) -> int:
    return actions.register(by=person, event=event, wish=form.wish_of(person)).pk


def _ask(form: GuestForm, event: Event) -> int:
    actions.ask_as_guest(event=event, wish=form.guest_wish())
    return event.pk


def _page(
    request: HttpRequest, event: Event, form: RegistrationForm, tried: Attempt[int], **more: Any
) -> HttpResponse:
    at = now()
    context = {
        "event": event,
        "at": at,
        "form": form,
        "closed": rules.why_not_open(event, at),
        "full": queries.is_full(event),
        "for_guests": event.audience == Audience.PUBLIC,
        **more,
    }
    return render(request, "events/registration_new.html", context, status=tried.status)
