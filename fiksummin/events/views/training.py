"""Trainings: noting that one took part, and which organisations they reached."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.views.access import seen_event
from fiksummin.people.queries import person_of
from fiksummin.spaces.queries.statistics import SMALLEST
from fiksummin.ui.attempts import see_other


@require_POST
@login_required
def training_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that one took part; noting it again changes nothing."""
    event = seen_event(request, pk)
    actions.note_training(by=person_of(request), event=event)
    messages.success(request, _("Noted: you took part in the training."))
    return see_other("events:event", event.pk)


@require_POST
@login_required
def training_note_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the note back; doing it again changes nothing."""
    event = seen_event(request, pk)
    actions.take_back_training(by=person_of(request), event=event)
    messages.success(request, _("Your note is taken back."))
    return see_other("events:event", event.pk)


@require_safe
@login_required
def training(request: HttpRequest) -> HttpResponse:
    """Show leaders and those who run the lab which themes reached which organisations, and which reached nobody."""
    person = person_of(request)
    refuse_if(rules.why_not_see_training(person))
    context = {"training": queries.training_reached(person, now()), "smallest": SMALLEST}
    return render(request, "events/training.html", context)
