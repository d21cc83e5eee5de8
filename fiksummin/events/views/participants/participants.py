"""The list of those who take part: on a page, as a file, on paper."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.tables import table_file
from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.choices import Standing
from fiksummin.events.exports import headings, lines
from fiksummin.events.forms.participants import PriorityForm, RemovalForm
from fiksummin.events.models import Event, Registration
from fiksummin.events.views.door.access import door_of
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent

ON_A_PAGE = 100
asked_and_done = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def participants(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who has a place, for whom one is held, or who waits, in order; the answers to organisers only."""
    event, at, standing = door_of(request, pk), now(), request.GET.get("standing", Standing.PLACE)
    if standing not in Standing.values:
        raise Http404
    barred = rules.why_not_see_answers(event, person_of(request))
    questions = [] if barred else queries.questions_told(event, at)
    rows = queries.with_answers(queries.participants(event, standing), questions)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    positions = queries.positions(page.object_list)
    waits = standing == Standing.WAITING
    return render(request, "events/participants.html", {
        "event": event, "at": at, "page": page, "standing": standing, "counts": queries.counts(event),
        "rows": [(row, positions.get(row.pk, 0)) for row in _of(event, page.object_list)],
        "outgrown": set(queries.too_large(event).values_list("pk", flat=True)) if waits else (),
        "questions": questions, "barred": barred, "runs": not rules.why_not_run(event, person_of(request)),
        "ended": queries.ended(event), "missed": queries.missed(event) if at >= event.ends_at else None,
    })  # fmt: skip


@require_safe
@login_required
def participant_table(request: HttpRequest, pk: int) -> HttpResponse:
    """Give all who take part as a file, to organisers; no cell of it is a formula, and no link to join is in it."""
    event, person = door_of(request, pk), person_of(request)
    refuse_if(rules.why_not_see_answers(event, person))
    questions = queries.questions_told(event, now())
    name = f"event-{event.pk}-{now().astimezone(event.zone):%Y-%m-%d}.csv"
    return HttpResponse(
        table_file(headings(questions), lines(event, questions)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


@require_safe
@login_required
def participant_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Show those who have a place on site as a list to print, with boxes to tick."""
    event = door_of(request, pk)
    return render(
        request, "events/participant_paper.html", {"event": event, "list": queries.door_list(event)}
    )


@require_safe
@login_required
def audit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was decided by hand about the places, to those who run the event or receive people at it."""
    event = door_of(request, pk)
    page = Paginator(queries.audit_of(event), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "events/audit.html", {"event": event, "page": page})


@asked_and_done
@login_required
def priority(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody at the head of the queue, with a reason that is kept."""
    row, person = _registration(request, pk), person_of(request)
    refuse_if(rules.why_not_prioritise(row, person, now()))
    form = PriorityForm(sent(request))

    def act() -> int:
        return actions.give_priority(by=person, registration=row, reason=form.cleaned_data["reason"]).pk

    tried = attempt(form, act)
    if tried.done:
        messages.success(request, _("The registration is at the head of the queue."))
        return _back(row, Standing.WAITING)
    return render(request, "events/priority.html", _about(row, form), status=tried.status)


@asked_and_done
@login_required
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a registration for somebody; doing it again changes nothing."""
    row, person = _registration(request, pk), person_of(request)
    if row.ended_at and not rules.why_not_run(row.event, person):
        return see_other("events:participants", row.event_id)
    refuse_if(rules.why_not_run(row.event, person) or rules.why_not_standing(row, now()))
    form, standing = RemovalForm(sent(request)), Standing.PLACE if row.pool_id else Standing.WAITING

    def act() -> int:
        return actions.cancel_registration(by=person, registration=row, reason=form.cleaned_data["reason"]).pk

    tried = attempt(form, act)
    if tried.done:
        messages.success(request, _("The registration is cancelled, and a letter tells it."))
        return _back(row, standing)
    return render(request, "events/removal.html", _about(row, form), status=tried.status)


def _of(event: Event, rows: Any) -> list[Registration]:
    for row in rows:
        row.event = event
    return list(rows)


def _registration(request: HttpRequest, pk: int) -> Registration:
    rows = queries.with_event(Registration.objects.visible_to(person_of(request)))
    return get_object_or_404(rows, pk=pk)


def _about(row: Registration, form: object) -> dict[str, object]:
    return {"registration": row, "event": row.event, "form": form, "position": queries.position(row)}


def _back(row: Registration, standing: str) -> HttpResponseRedirect:
    address = reverse("events:participants", args=[row.event_id])
    return HttpResponseRedirect(f"{address}?standing={standing}", status=HTTPStatus.SEE_OTHER)
