"""The parts of an event, each on a page of its own: who holds it, who speaks, what happens when, what is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.documents import TYPES
from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, rules
from fiksummin.events.forms import details as forms
from fiksummin.events.models import Event
from fiksummin.events.views.access import leads_in, run_event, seen_event
from fiksummin.events.views.organise.outgrown import say_outgrown
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, see_other, sent
from fiksummin.ui.files import answer_with

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Rows:
    """What a page of rows is about: its words, its form, what it begins from, and what is done with it."""

    heading: Promise
    hint: Promise
    new: Promise
    form: type[forms.RowForm]
    begins: Callable[[Event], list[dict[str, Any]]]
    act: Callable[[Person, Event, list[Any]], Event]
    barred: Callable[[Event, Person], str] = lambda event, person: rules.why_not_change_event(
        event, person, now()
    )
    offered: Callable[[Event], dict[str, Any]] = lambda _event: {}


def _values(name: str, *fields: str) -> Callable[[Event], list[dict[str, Any]]]:
    return lambda event: list(getattr(event, name).values(*fields))


ROWS = {
    "speakers": Rows(
        gettext_lazy("Speakers"),
        gettext_lazy("Fill the last, empty one to add a speaker. A name is shown to others only with consent."),
        gettext_lazy("A new speaker"), forms.SpeakerRow, _values("speakers", "name", "organisation", "topic", "consents"),
        lambda by, event, rows: actions.set_speakers(by=by, event=event, speakers=rows),
    ),
    "programme": Rows(
        gettext_lazy("Programme"),
        gettext_lazy("Fill the last, empty one to add a part. They are put in the order of their times."),
        gettext_lazy("A new part"), forms.PartRow, forms.local_parts,
        lambda by, event, rows: actions.set_programme(by=by, event=event, parts=rows),
    ),
    "materials": Rows(
        gettext_lazy("Materials"),
        gettext_lazy("Something to read before the event, or from it afterwards. Whoever sees the event can open them."),
        gettext_lazy("A new material"), forms.MaterialRow,
        lambda event: [
            {"pk": row.pk, "title": row.title, "link": row.link, "is_after": not row.is_before, "kept": bool(row.file)}
            for row in event.materials.all()
        ],
        lambda by, event, rows: actions.set_materials(by=by, event=event, things=rows), rules.why_not_keep_materials,
    ),
    "questions": Rows(
        gettext_lazy("Questions to those who register"),
        gettext_lazy("Ask only what you need. A question that is removed takes its answers with it."),
        gettext_lazy("A new question"), forms.QuestionRow,
        lambda event: [
            {**row, "options": "\n".join(row["options"])}
            for row in event.questions.values("pk", "text", "why", "kind", "options", "sensitivity", "is_required")
        ],
        lambda by, event, rows: actions.set_questions(by=by, event=event, questions=rows),
    ),
    "quotas": Rows(
        gettext_lazy("Quotas"),
        gettext_lazy("How many places an organisation, or those with a role, have at most. Others of them wait in the queue."),
        gettext_lazy("A new quota"), forms.QuotaRow, _values("quotas", "organisation", "role", "most"),
        lambda by, event, rows: actions.set_quotas(by=by, event=event, shares=rows),
        offered=forms.offered_for_quotas,
    ),
}  # fmt: skip


@shown_and_sent
@login_required
def event_rows(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Keep the rows of one part of an event."""
    person, event, page = person_of(request), run_event(request, pk), ROWS[what]
    refuse_if(page.barred(event, person))
    formset = forms.rows_of(page.form)(
        sent(request),
        request.FILES or None,
        initial=_begun(request, page, event),
        form_kwargs={"event": event, **page.offered(event)},
    )
    form = Form(sent(request))
    tried = attempt(
        form, lambda: page.act(person, event, forms.remains(formset)).pk, valid=formset.is_valid()
    )
    if tried.done:
        messages.success(request, _("Saved."))
        say_outgrown(request, event)
        return see_other("events:event", pk, fragment="running")
    context = {"event": event, "page": page, "form": form, "formset": formset}
    return render(request, "events/organise/event_rows.html", context, status=tried.status)


@shown_and_sent
@login_required
def event_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who holds an event together, and who receives people at it."""
    person, event = person_of(request), run_event(request, pk)
    refuse_if(rules.why_not_change_event(event, person, now()))
    form = forms.PeopleForm(sent(request), event=event)
    tried = attempt(
        form,
        lambda: (
            actions.set_people(
                by=person, event=event, organisers=form.people["organisers"], hosts=form.people["hosts"]
            ).pk
        ),
    )
    if tried.done:
        messages.success(request, _("Saved."))
        left = not Event.objects.visible_to(person).filter(pk=pk).exists()
        return see_other("events:event_list") if left else see_other("events:event", pk, fragment="running")
    return render(
        request, "events/organise/event_people.html", {"event": event, "form": form}, status=tried.status
    )


@require_safe
@leads_in
def material_file(request: HttpRequest, pk: int, material: int) -> HttpResponse:
    """Give the file of a material to those who see the event, to be kept and not to be run."""
    row = get_object_or_404(seen_event(request, pk).materials, pk=material)
    path = Path(row.file.path) if row.file else None
    if path is None or not path.is_file() or path.suffix not in TYPES:
        raise Http404
    answer = answer_with(request, path, TYPES[path.suffix], cache="private, max-age=600")
    answer["Content-Disposition"] = f'attachment; filename="material-{row.pk}{path.suffix}"'
    return answer  # type: ignore[return-value]  # a stream is an answer, too


def _begun(request: HttpRequest, page: Rows, event: Event) -> list[dict[str, Any]]:
    """Give what the rows begin from; those that are sent say themselves whose they are, whatever came or went since."""
    rows = page.begins(event)
    if request.method != "POST" or "pk" not in page.form.base_fields:
        return rows
    known = {str(row["pk"]): row for row in rows}
    return [known.get(request.POST.get(f"form-{number}-pk", ""), {}) for number in range(rules.MOST_ROWS + 1)]
