"""What somebody runs; holding an event again; events as patterns for others."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, rules
from fiksummin.events.forms.keeping import RepeatForm, TemplateForm
from fiksummin.events.models import Event, EventTemplate
from fiksummin.events.queries import patterns
from fiksummin.events.views.access import run_event
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces.queries import dates
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def event_mine(request: HttpRequest) -> HttpResponse:
    """Show the events that a person holds or hosts: drafts, coming, behind; and her templates."""
    person, at = person_of(request), now()
    context = {
        "mine": patterns.run_by(person, at),
        "at": at,
        "barred": rules.why_not_plan(person),
        "keeps": not rules.why_not_keep_lists(person),
    }
    return render(request, "events/organise/mine.html", context)


@shown_and_sent
@login_required
def event_series(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask how often, show every date with what stands in its way, and hold the event again on those chosen."""
    person, event = person_of(request), run_event(request, pk)
    refuse_if(rules.why_not_change_event(event, person, now()))
    form = RepeatForm(sent(request))
    making = "make" in request.POST
    tried = _repeat(request, form, person, event) if making else Attempt[int](HTTPStatus.OK)
    if tried.done:
        say_done(request, _("The series is made: every date chosen is an event of its own."))
        return see_other("events:event_mine")
    found = attempt(form, lambda: actions.try_again(by=person, event=event, dates=_dates(form, event)))
    chosen = request.POST.getlist("dates") if making else None
    rows = [(each, chosen is None or each.date.isoformat() in chosen) for each in found.result or []]
    status = tried.status if making else HTTPStatus.OK if found.done else found.status
    context = {"event": event, "form": form, "rows": rows}
    return render(request, "events/organise/event_series.html", context, status=status)


@shown_and_sent
@login_required
def event_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep an event as a pattern for others."""
    person, event = person_of(request), run_event(request, pk)
    form = TemplateForm(sent(request), initial={"name": event.title})
    if rules.why_not_keep_lists(person):
        del form.fields["is_for_all"]
    tried = attempt(form, lambda: actions.make_template(by=person, event=event, **form.cleaned_data).pk)
    if tried.done:
        messages.success(request, _("The template is made."))
        return see_other("events:event_mine", fragment="templates")
    return render(
        request, "events/organise/event_template.html", {"event": event, "form": form}, status=tried.status
    )


@require_POST
@login_required
def template_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep an event as a pattern no longer."""
    person = person_of(request)
    template = get_object_or_404(
        EventTemplate.objects.visible_to(person).select_related("event__site"), pk=pk
    )
    actions.remove_template(by=person, template=template)
    messages.success(request, _("The template is removed. Its event stays."))
    return see_other("events:event_mine", fragment="templates")


def _repeat(request: HttpRequest, form: RepeatForm, person: Person, event: Event) -> Attempt[int]:
    def act() -> int:
        return actions.repeat_event(by=person, event=event, dates=form.cleaned_data["dates"]).pk

    return attempt(form, lambda: once(request, form, act))


def _dates(form: RepeatForm, event: Event) -> list[date]:
    first = event.starts_at.astimezone(event.zone).date()
    return [day for day in dates(form.rule(first)) if day > first][:52]
