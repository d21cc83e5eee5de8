"""Planning an event in one act, and changing it; its space follows or nothing does."""

from http import HTTPStatus
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.circles.queries import own_circles
from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, queries, rules
from fiksummin.events.choices import Audience
from fiksummin.events.forms.changing import EventChangeForm
from fiksummin.events.forms.new_event import NewEventForm
from fiksummin.events.forms.planning import EventForm
from fiksummin.events.forms.usual import usual_of
from fiksummin.events.models import Event, EventKind
from fiksummin.events.views.access import run_event
from fiksummin.events.views.organise.desk import Desk, Look, begins_from, like
from fiksummin.events.views.organise.outgrown import say_outgrown
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import queries as spaces
from fiksummin.ui.attempts import Attempt, attempt, once, say_done, see_other

MOST_DIGITS = 10
FIELDS = "kind day start end last_day site space places"
"""What decides whether a space is free."""
shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
@login_required
def event_new(request: HttpRequest) -> HttpResponse:
    """Plan an event with its space, hosts and places; other buttons of the page only look, or fill in what is usual."""
    person, at = person_of(request), now()
    refuse_if(rules.why_not_plan(person))
    desk = Desk(person, at)
    form, look = desk.shown(request, desk.maker(NewEventForm), _beginning(request, person))
    tried = attempt(form, lambda: once(request, form, lambda: _plan(cast("NewEventForm", form), person)))
    if tried.result:
        published = form.cleaned_data["publish"]
        say_done(request, _("The event is published.") if published else _("The draft is saved."))
        return see_other("events:event", tried.result)
    return _page(request, "event_new", (desk, form, look), tried)


@shown_and_sent
@login_required
def event_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Move or reword an event."""
    person, event, at = person_of(request), run_event(request, pk), now()
    refuse_if(rules.why_not_change_event(event, person, at))
    desk = Desk(person, at, event)
    form, look = desk.shown(request, desk.maker(EventChangeForm), begins_from(event))
    tried = attempt(form, lambda: once(request, form, lambda: _change(form, person, event)))
    if tried.done:
        say_done(request, _("The event is changed."))
        say_outgrown(request, event)
        return see_other("events:event", pk)
    return _page(request, "event_change", (desk, form, look), tried, event=event)


@require_POST
@login_required
def space_look(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Give what is free as the form stands; a part of the page, which asks for it while somebody chooses."""
    person, at = person_of(request), now()
    event = run_event(request, pk) if pk is not None else None
    refuse_if(rules.why_not_change_event(event, person, at) if event else rules.why_not_plan(person))
    desk = Desk(person, at, event)
    form = desk.maker(EventForm)(request.POST)
    form.is_valid()
    return render(request, "events/organise/_look.html", {"look": desk.look(form)})


def _plan(form: NewEventForm, person: Person) -> int:
    given = form.cleaned_data
    wanted = {name: given[name] for name in ("organisers", "hosts", "publish")}
    pattern = queries.patterns_for(person).filter(pk=given["like"] or 0).first()
    if pattern is not None:
        return actions.plan_like(by=person, pattern=pattern, wish=form.wish, **wanted).pk
    return actions.plan_event(by=person, wish=form.wish, questions=form.asked, **wanted).pk


def _change(form: EventForm, person: Person, event: Event) -> int:
    assert isinstance(form, EventChangeForm)  # noqa: S101 -- the desk makes what it is told to
    words = {"scope": form.scope_value, "reason": form.cleaned_data["reason"]}
    actions.change_events(by=person, event=event, wish=form.wish, **words)
    return event.pk


def _beginning(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Give what the form begins from: the kind and the place that the address names, else the usual."""
    given = request.GET
    if _is_number(given.get("like", "")):
        pattern = queries.with_all(queries.patterns_for(person).filter(pk=given["like"])).first()
        if pattern is not None:
            return like(pattern, person)
    kinds = EventKind.objects.filter(retired_at=None)
    kind = kinds.filter(slug=given.get("kind", "")).first() or kinds.first()
    sites = spaces.seen_sites(person)
    own = [site for site in sites if person.may(RoleKind.HOST, site.slug)]
    named = [site for site in sites if site.slug == given.get("site", "")]
    first = next(iter([*named, *own, *sites]), None)
    return {
        "language": get_language(), "site": first.pk if first else "", **(usual_of(kind, None, None) if kind else {}),
        **_for_circle(given.get("circle", ""), person),
        **{name: given[name] for name in ("day", "start", "end", "space") if name in given},
    }  # fmt: skip


def _for_circle(given: str, person: Person) -> dict[str, Any]:
    """Give for whom the event is when the address names a community of hers."""
    circle = own_circles(person).filter(pk=given).first() if _is_number(given) else None
    return {"audience": Audience.CIRCLE, "audience_circle": circle.pk} if circle else {}


def _is_number(given: str) -> bool:
    return given.isascii() and given.isdigit() and len(given) < MOST_DIGITS


def _page(
    request: HttpRequest,
    name: str,
    shown: tuple[Desk, EventForm, Look | None],
    tried: Attempt[int],
    **more: Any,
) -> HttpResponse:
    desk, form, look = shown
    if look is None and form.is_bound and hasattr(form, "cleaned_data"):
        look = desk.look(form, tried.alternatives if tried.status == HTTPStatus.CONFLICT else None)
    losers = queries.who_would_lose(desk.event, form.cleaned_data) if desk.event and form.is_bound else []
    event = desk.event
    live = reverse("events:event_space_look", args=[event.pk]) if event else reverse("events:space_look")
    context = {"form": form, "look": look, "losers": losers, "live": live, "fields": FIELDS, **more}
    return render(request, f"events/organise/{name}.html", context, status=tried.status)
