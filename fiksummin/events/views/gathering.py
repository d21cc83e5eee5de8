"""The organisers gather what came of an event: takeaways, decisions and next steps on one page; and see how it was."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.after import DigestForm, OutcomeForm, ReasonForm
from fiksummin.events.models import Event
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def takeaway_gathering(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what was told, and let it out."""
    person, event = person_of(request), _run(request, pk)
    refuse_if(rules.why_not_gather(event, person, now()))
    form = DigestForm(sent(request), initial={"summary": _summary(event)})
    was_out = hasattr(event, "digest")
    tried = attempt(
        form,
        lambda: actions.publish_digest(
            by=person, event=event, summary=form.cleaned_data["summary"], seen_at=form.cleaned_data["seen"]
        ),
    )
    if tried.done:
        messages.success(
            request,
            _("Saved. The page shows it at once.")
            if was_out
            else _("The page is out. Those who took part, waited or follow are told by mail, each once."),
        )
        return see_other("events:takeaways", pk)
    return _page(request, event, form, OutcomeForm(people=queries.possible_owners(event)), tried.status)


@require_POST
@login_required
def outcome_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a decision, a next step or an open question."""
    person, event = person_of(request), _run(request, pk)
    form = OutcomeForm(sent(request), people=queries.possible_owners(event))

    def act() -> int:
        given = form.cleaned_data
        return actions.add_outcome(
            by=person, event=event, kind=given["kind"], text=given["text"], owner=given["owner"],
            due_on=given["due_on"],
        ).pk  # fmt: skip

    tried = attempt(form, lambda: once(request, form, act))
    if tried.done:
        say_done(request, _("Written down. It is on the page when the takeaways are out."))
        return see_other("events:takeaway_gathering", pk, fragment="outcomes")
    return _page(request, event, DigestForm(initial={"summary": _summary(event)}), form, tried.status)


@require_POST
@login_required
def outcome_settling(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a next step is taken: its owner or an organiser; again, it changes nothing."""
    person = person_of(request)
    row = get_object_or_404(queries.outcomes_seen_by(person), pk=pk)
    actions.settle_outcome(by=person, outcome=row)
    messages.success(request, _("The next step is taken."))
    return see_other("events:takeaways", row.event_id, fragment="outcomes")


@require_POST
@login_required
def outcome_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take off what was written down wrong."""
    person = person_of(request)
    row = get_object_or_404(queries.outcomes_seen_by(person), pk=pk)
    actions.remove_outcome(by=person, outcome=row)
    messages.success(request, _("It is taken off."))
    return see_other("events:takeaway_gathering", row.event_id, fragment="outcomes")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def takeaway_removal(request: HttpRequest, pk: int, takeaway: int) -> HttpResponse:
    """Ask why, and take a takeaway from the page; whoever wrote it hears why."""
    person, event = person_of(request), _run(request, pk)
    row = get_object_or_404(queries.all_told(event), pk=takeaway)
    form = ReasonForm(sent(request))
    tried = attempt(
        form,
        lambda: actions.remove_takeaway(by=person, takeaway=row, reason=form.cleaned_data["reason"]),
    )
    if tried.done:
        messages.success(request, _("It is taken from the page, and whoever wrote it is told why."))
        return see_other("events:takeaway_gathering", pk)
    context = {"event": event, "row": row, "form": form}
    return render(request, "events/takeaway_removal.html", context, status=tried.status)


@require_safe
@login_required
def feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how an event was, in figures that tell of nobody."""
    event = _run(request, pk)
    return render(
        request,
        "events/feedback.html",
        {"event": event, "figures": queries.figures_of(event), "step": actions.STEP},
    )


def _page(
    request: HttpRequest, event: Event, form: DigestForm, outcome_form: OutcomeForm, status: HTTPStatus
) -> HttpResponse:
    digest = getattr(event, "digest", None)
    told = list(queries.all_told(event))
    form.initial["seen"] = max((row.changed_at for row in told), default=event.starts_at).isoformat()
    context: dict[str, Any] = {
        "event": event,
        "digest": digest,
        "form": form,
        "outcome_form": outcome_form,
        "failed": bool(outcome_form.errors),
        "told": told,
        "news": sum(
            row.removed_at is None and (digest is None or row.changed_at > digest.gathered_at) for row in told
        ),
        "outcomes": queries.outcomes_of(event),
        "readers": queries.count_readers(event),
    }
    return render(request, "events/takeaway_gathering.html", context, status=status)


def _run(request: HttpRequest, pk: int) -> Event:
    return get_object_or_404(queries.with_digest(Event.objects.run_by(person_of(request))), pk=pk)


def _summary(event: Event) -> str:
    return event.digest.summary if hasattr(event, "digest") else ""
