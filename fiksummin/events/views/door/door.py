"""The list at the door: found by name or code, received and taken back by one press."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.forms.door import WalkInForm, pressed
from fiksummin.events.models import Event, Registration
from fiksummin.events.views.door.access import door_of, expected
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


def for_phones(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a page ask for the camera, to read codes with; and tell the moment in milliseconds, as phones at a door count."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer["Permissions-Policy"] = settings.PERMISSIONS_POLICY.replace("camera=()", "camera=(self)")
        answer["Fiksummin-Now"] = str(int(now().timestamp() * 1000))
        return answer

    return inner


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@for_phones
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is expected; receive somebody, or take it back, by one press. ``?part=rows`` gives the list alone."""
    event = door_of(request, pk)
    if request.method == "POST":
        return _press(request, event)
    sought = request.GET.get("q", "")[:200]
    part = "#rows" if request.GET.get("part") == "rows" else ""
    context = door_page(event, person_of(request), sought)
    return render(request, f"events/door.html{part}", context)


def door_page(event: Event, person: Person, sought: str = "", *, listed: bool = True) -> dict[str, Any]:
    """Give what the page of a door says; a code that is sought is judged."""
    at = now()
    shut = at >= rules.shuts_at(event)
    code = queries.read_code(sought)
    found, refusal = _by_code(event, person, code) if code and not shut else (None, "")
    return {
        "event": event,
        "at": at,
        "shut": shut,
        "missed": queries.missed(event) if at >= event.ends_at else None,
        "sought": "" if code else sought,
        "list": None if shut or not listed else queries.door_list(event, "" if code else sought),
        "code": code,
        "found": found,
        "refusal": refusal,
        "early": rules.why_not_receive_yet(event, at),
        "unready": rules.why_not_open_door(event, at),
        "form": WalkInForm(),
        "person": person,
        "until": rules.shuts_at(event),
    }


def _by_code(event: Event, person: Person, code: queries.Code) -> tuple[queries.DoorRow | None, str]:
    rows = Registration.objects.filter(pk=code.number).select_related(
        "event__site", "person", "organisation", "pool"
    )
    row = rows.prefetch_related("companions", "presses", "event__people").first()
    signed = row is not None and queries.is_signed(code, row)
    if row is None or not signed:
        return None, str(rules.why_not_signed())
    refusal = rules.why_not_code(row, event, person, now())
    return (None, str(refusal)) if refusal else (queries.door_row(row), "")


def _press(request: HttpRequest, event: Event) -> HttpResponse:
    press = pressed(request.POST.get("press", ""))
    if press is None:
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    row, act = expected(event, press.registration), actions.receive if press.is_in else actions.undo_receive
    act(by=person_of(request), registration=row, seats=press.seats)
    said = _("Received: %(name)s") if press.is_in else _("Taken back: %(name)s")
    messages.success(request, said % {"name": row.who or _("Without a name")})
    sought = request.POST.get("q", "")[:200]
    address = reverse("events:door", args=[event.pk]) + (f"?{urlencode({'q': sought})}" if sought else "")
    return HttpResponseRedirect(f"{address}#row-{row.pk}", status=HTTPStatus.SEE_OTHER)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Receive somebody who has not registered: she takes a real place."""
    event = door_of(request, pk)
    form = WalkInForm(sent(request))

    def act() -> int:
        return actions.walk_in(by=person_of(request), event=event, **form.wish()).pk

    tried = attempt(form, lambda: once(request, form, act))
    if tried.done:
        say_done(
            request, _("Received: %(name)s") % {"name": form.cleaned_data["name"] or _("Without a name")}
        )
        return see_other("events:door", event.pk, fragment=f"row-{tried.result}")
    context = {"event": event, "form": form, "doubtful": bool(tried.alternatives)}
    return render(request, "events/door_walk_in.html", context, status=tried.status)


@require_safe
@login_required
def place_code(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from the picture of a code to the door where it is shown, or its holder to her own page."""
    read, person = queries.read_code(code), person_of(request)
    rows = Registration.objects.visible_to(person).select_related("event")
    row = rows.filter(pk=read.number).first() if read else None
    if row is None:
        raise Http404
    if row.person_id == person.pk:
        return redirect("events:registration", row.pk)
    return redirect(f"{reverse('events:door', args=[row.event_id])}?{urlencode({'q': code})}")
