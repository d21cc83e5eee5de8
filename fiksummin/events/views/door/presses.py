"""What a phone kept while it had no connection is merged, each press once, at its own moment."""

from http import HTTPStatus
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from fiksummin.core.errors import NotAllowed
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.choices import PressKind
from fiksummin.events.forms.door import WalkInForm
from fiksummin.events.forms.presses import WALK_IN, Kept, read_presses
from fiksummin.events.models import Event, Registration
from fiksummin.events.views.door.access import door_of
from fiksummin.events.views.door.door import door_page, for_phones
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of


@require_POST
@login_required
@for_phones
def presses(request: HttpRequest, pk: int) -> HttpResponse:
    """Merge presses, in the order in which they are brought; say what came of each, and give the list."""
    event, person = door_of(request, pk), person_of(request)
    kept = read_presses(request.body)
    if kept is None:
        return JsonResponse({"outcomes": [], "rows": ""}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    outcomes = [_merge(event, person, press) for press in kept]
    rows = render_to_string("events/door.html#rows", door_page(event, person), request)
    return JsonResponse({"outcomes": outcomes, "rows": rows})


@require_safe
@login_required
@never_cache
@for_phones
def shell(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the page of a door without anybody on it: what a phone opens when it has no connection."""
    event, person = door_of(request, pk), person_of(request)
    kept = {"form": WalkInForm(), "early": "", "unready": "", "empty": True}
    context = {**door_page(event, person, listed=False), **kept}
    return render(request, "events/door.html", context)


@require_safe
@never_cache
def worker(request: HttpRequest, pk: int) -> FileResponse:
    """Give the worker of a door's page: from here it may see to that page, and to no other."""
    return FileResponse(
        Path(str(finders.find("ui/door-worker.js"))).open("rb"), content_type="text/javascript; charset=utf-8"
    )


def _merge(event: Event, person: Person, press: Kept) -> dict[str, object]:
    try:
        _act(event, person, press)
    except NotAllowed as refusal:
        same = press.kind == WALK_IN and bool(refusal.alternatives)
        return {"key": press.key, "done": False, "reason": refusal.reason, "same": same}
    except Registration.DoesNotExist:
        reason = _("This registration is not for this event.")
        return {"key": press.key, "done": False, "reason": reason}
    return {"key": press.key, "done": True}


def _act(event: Event, person: Person, press: Kept) -> None:
    at = min(press.at, now())
    if press.kind == WALK_IN:
        actions.walk_in(
            by=person, event=event, name=press.name, people=press.people, is_another=press.is_another,
            key=press.key, at=at,
        )  # fmt: skip
        return
    row = event.registrations.select_related("event").get(pk=press.registration)
    act = actions.receive if press.kind == PressKind.RECEIVED else actions.undo_receive
    act(by=person, registration=row, seats=press.seats, key=press.key, at=at)
