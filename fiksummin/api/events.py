"""Events: find, plan, change and cancel them. The same actions as on the pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router

from fiksummin.api import event_answers
from fiksummin.api.answers import written
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.bookings import offering
from fiksummin.api.event_inputs import (
    EventChange,
    EventMove,
    EventReason,
    EventsQuery,
    EventWish,
    OnlineWish,
    QuotaWish,
)
from fiksummin.api.inputs import PageQuery
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.circles.queries import circles_for
from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.time import now
from fiksummin.events import actions, models, queries, rules
from fiksummin.events.choices import RegistrationState
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.finding import Finding
from fiksummin.events.queries.keeping import asked_of
from fiksummin.events.queries.wishes import Asked as AskedQuestion
from fiksummin.events.queries.wishes import Share
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import people_by_email
from fiksummin.spaces import queries as spaces
from fiksummin.spaces.models import Layout, Space

router = Router(tags=["Events"])
CLEARED = {
    "site": None, "space": None, "layout": None, "theme": None, "season": None, "series": None, "opens_at": None,
    "closes_at": None, "audience_organisation": None, "audience_circle": None, "audience_role": "",
    "visited": None,
}  # fmt: skip
"""What null takes away; null for anything else leaves it as it is."""
CALLED = {"recorded": "is_recorded", "captions": "has_captions"}
REFUSALS = (400, 404, 409, 413, 422)


@router.get("events", auth=READ, response=responses(event_answers.Events, 422), url_name="events")
def list_events(request: Asked, wanted: EventsQuery, page: PageQuery) -> HttpResponse:
    """Published events that you may see, and drafts of your own; from now on, unless told, the first first."""
    at, person = now(), request.auth.person
    finding = Finding(
        words=wanted.q, kind=wanted.kind, sites=(wanted.site,) if wanted.site else (), theme=wanted.theme,
        tag=wanted.tag, language=wanted.language or "", mode=wanted.mode or "", free=wanted.free,
        dimension=wanted.dimension or "",
        start=wanted.from_, end=wanted.to,
    )  # fmt: skip
    ids = queries.shown_to(person, finding, at)
    found = ids[page.slice]
    mine = _mine(person, found)
    told = queries.told_of(found)
    items = [event_answers.event(row, more, mine.get(row.pk), at) for row, more in told]
    others = queries.unmeant_for(person, [row for row, _more in told if row.pk not in mine])
    for item in items:
        if item.id in others:
            item.closed_because = item.closed_because or str(rules.say_unmeant())
    return written(event_answers.Events(items=items, page=page.page, size=page.size, total=len(ids)))


@router.get(
    "events/{int:event}", auth=READ, response=responses(event_answers.WholeEvent, 404), url_name="event"
)
def read_event(request: Asked, event: int) -> event_answers.WholeEvent:
    """One event: how many places are free, how long the queues are, and where you stand."""
    return _describe(request.auth.person, seen_event(request.auth.person, event))


@router.get(
    "events/{int:event}/lots", auth=READ, response=responses(event_answers.Lots, 404, 409),
    url_name="event_lots",
)  # fmt: skip
def read_lots(request: Asked, event: int) -> dict[str, Any]:
    """What the lots are counted from, without persons, to count them again; 409 before the draw."""
    row = seen_event(request.auth.person, event)
    refuse_if(rules.why_not_recount_lots(row))
    file = queries.recount_of(row)
    if file is None:
        raise Http404
    return file


@router.post(
    "events",
    auth=WRITE,
    response=responses({201: event_answers.WholeEvent}, 400, 409, 413, 422),
    url_name="events",
)
def plan_event(request: Asked, wish: EventWish, key: IdempotencyKey) -> HttpResponse:
    """Plan an event with its space, furnishing and places, all in one act or nothing."""
    person, mark = request.auth.person, ["events", wish.model_dump(mode="json")]
    return _once(person, key, mark, 201, lambda: _plan(person, wish))


@router.patch(
    "events/{int:event}",
    auth=WRITE,
    response=responses(event_answers.WholeEvent, *REFUSALS),
    url_name="event",
)
def change_event(request: Asked, event: int, change: EventMove, key: IdempotencyKey) -> HttpResponse:
    """Move or reword an event; what is not named stays, its space moves with it, or nothing does."""
    person = request.auth.person
    row, given = seen_event(person, event), change.model_dump(mode="json", exclude_unset=True)
    return _once(person, key, ["event", event, given], 200, lambda: _change(person, row, change))


@router.post(
    "events/{int:event}/publication", auth=WRITE,
    response=responses(event_answers.WholeEvent, *REFUSALS), url_name="event_publication",
)  # fmt: skip
def publish_event(request: Asked, event: int, key: IdempotencyKey) -> HttpResponse:
    """Let those see a draft for whom it is."""
    person = request.auth.person
    row, mark = seen_event(person, event), ["event publication", event]
    return _once(person, key, mark, 200, lambda: actions.publish_event(by=person, event=row))


@router.post(
    "events/{int:event}/cancellation",
    auth=WRITE,
    response=responses(event_answers.WholeEvent, *REFUSALS),
    url_name="event_cancellation",
)
def cancel_event(
    request: Asked, event: int, key: IdempotencyKey, words: EventReason | None = None
) -> HttpResponse:
    """Call an event off: its space is free at once, and those who registered are told the reason."""
    person, reason = request.auth.person, words.reason if words else ""
    row, mark = seen_event(person, event), ["event cancellation", event, reason]
    return _once(person, key, mark, 200, lambda: actions.cancel_event(by=person, event=row, reason=reason))


@router.post(
    "events/{int:event}/online",
    auth=WRITE,
    response=responses(event_answers.WholeEvent, *REFUSALS),
    url_name="event_online",
)
def hold_online(
    request: Asked, event: int, key: IdempotencyKey, wish: OnlineWish | None = None
) -> HttpResponse:
    """Have an event held online instead of on site: all keep their places and turns, its space is free, and each is told; so with others of its series, if wished, all or none."""
    person, row, wish = (
        request.auth.person,
        seen_event(request.auth.person, event),
        wish or OnlineWish.model_validate({}),
    )
    mark = ["event online", event, wish.model_dump(mode="json")]

    def move() -> models.Event:
        actions.hold_events_online(
            by=person, event=row, link=wish.online_link, reason=wish.reason, scope=wish.scope
        )
        return row

    return _once(person, key, mark, 200, move)


@router.post(
    "events/{int:event}/training",
    auth=WRITE,
    response=responses(event_answers.WholeEvent, *REFUSALS),
    url_name="event_training",
)
def note_training(request: Asked, event: int, key: IdempotencyKey) -> HttpResponse:
    """Note that you took part in a training, also in one that others held; noting it again changes nothing."""
    person, row = request.auth.person, seen_event(request.auth.person, event)

    def note() -> models.Event:
        actions.note_training(by=person, event=row)
        return row

    return _once(person, key, ["event training", event], 200, note)


@router.post(
    "events/{int:event}/training/withdrawal",
    auth=WRITE,
    response=responses(event_answers.WholeEvent, *REFUSALS),
    url_name="event_training_withdrawal",
)
def take_back_training(request: Asked, event: int, key: IdempotencyKey) -> HttpResponse:
    """Take your note back; doing it again changes nothing."""
    person, row = request.auth.person, seen_event(request.auth.person, event)

    def take_back() -> models.Event:
        actions.take_back_training(by=person, event=row)
        return row

    return _once(person, key, ["event training withdrawal", event], 200, take_back)


def seen_event(person: Person, number: int) -> models.Event:
    """Load an event through the person; 404 for one that she may not see."""
    return get_object_or_404(_shown(person), pk=number)


def _shown(person: Person) -> EventQuerySet:
    return queries.told(models.Event.objects.visible_to(person))


def _mine(person: Person, found: Sequence[int]) -> dict[int, event_answers.Registration]:
    own = queries.standing_at(person, found)
    places = queries.positions(own.values()) if own else {}
    return {event: event_answers.registration(row, places.get(row.pk, 0)) for event, row in own.items()}


def _describe(person: Person, row: models.Event) -> event_answers.WholeEvent:
    mine = _mine(person, [row.pk]).get(row.pk)
    at = now()
    is_in = mine is not None and mine.state == RegistrationState.CONFIRMED
    runs = not rules.why_not_run(row, person)
    told = event_answers.whole_event(
        row,
        queries.about(row),
        mine,
        at,
        runs=runs,
        is_let_in=is_in or runs,
        noted=None if rules.why_not_note_training(row, at) else queries.has_noted(row, person),
        coming=queries.who_comes(queries.standing_of(row, person), at) if is_in else None,
    )
    if mine is None:
        told.closed_because = told.closed_because or str(rules.why_not_meant(row, person))
    return told


def _once(
    person: Person, key: str, mark: Sequence[object], status: int, act: Callable[[], models.Event]
) -> HttpResponse:
    """Act once for a key, and answer with the event."""

    def describe() -> tuple[int, Any]:
        row = queries.read_anew(act())
        return status, _describe(person, row).model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="event" if status == 201 else "")


def _plan(person: Person, wish: EventWish) -> models.Event:
    given = _given(person, wish, None)
    given = _usual(given["kind"], given) | given
    asked = _asked(wish, given["kind"], given.get("language", "fi"))
    refuse_if(rules.why_not_plan(person))  # only who may plan learns which addresses are known
    organisers, hosts = _people(wish.organisers, "organisers"), _people(wish.hosts, "hosts")
    with offering(person):
        return actions.plan_event(
            by=person, wish=queries.EventWish(**given), questions=asked, publish=wish.publish,
            organisers=organisers, hosts=hosts, quotas=[_share(each) for each in wish.quotas],
        )  # fmt: skip


def _asked(wish: EventWish, kind: models.EventKind, language: str) -> list[AskedQuestion]:
    """Read what an event asks: what is named, else what is usual for its kind."""
    if wish.questions is None:
        return asked_of(kind.questions.all(), language)
    return [
        AskedQuestion(
            text=each.text, why=each.why, kind=each.kind, options=tuple(each.options),
            sensitivity=each.sensitivity, is_required=each.required,
        )
        for each in wish.questions
    ]  # fmt: skip


def _people(addresses: Sequence[str], field: str) -> list[Person]:
    """Find people by their addresses. Raises Invalid, naming those that nobody has."""
    given = dict.fromkeys(address.strip().lower() for address in addresses)
    found = {person.email: person for person in people_by_email(given)}
    unknown = [address for address in given if address not in found]
    if unknown:
        words = {"addresses": ", ".join(unknown)}
        said = _("Nobody uses the service with this address: %(addresses)s") % words
        raise Invalid(said, field)
    return list(found.values())


def _share(wish: QuotaWish) -> Share:
    body = Organisation.objects.filter(pk=wish.organisation).first() if wish.organisation else None
    if wish.organisation and body is None:
        raise Invalid(_("There is no such organisation."), "quotas")
    return Share(most=wish.most, organisation=body, role=wish.role or "")


def _usual(kind: models.EventKind, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give what events of a kind are like, where nothing else is said."""
    usual: dict[str, Any] = {
        name: getattr(kind, name) for name in ("allocation", "audience", "keep_answers_days")
    }
    if not {"places", "virtual_places"} & set(given):
        usual |= {"places": kind.places, "virtual_places": kind.virtual_places}
    return usual


def _change(person: Person, row: models.Event, change: EventMove) -> models.Event:
    old = queries.wish_of(row)
    with offering(person):
        wish = replace(old, **_given(person, change, old))
        return actions.change_event(by=person, event=row, wish=wish, reason=change.reason)


def _given(person: Person, words: EventChange, old: queries.EventWish | None) -> dict[str, Any]:
    """Read what a program names into an event's own words. Raises Invalid."""
    named = {
        name: getattr(words, name)
        for name in EventChange.model_fields
        if name in words.model_fields_set and (getattr(words, name) is not None or name in CLEARED)
    }
    found: dict[str, Any] = {}
    for name, value in named.items():
        if name == "translations":
            found |= _further(value)
            continue
        known = CLEARED.get(name) if value is None else value
        found[CALLED.get(name, name)] = tuple(known) if isinstance(known, list) else known
    return found | _things(person, {name: value for name, value in named.items() if value is not None}, old)


def _further(translations: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Read the words in further languages as a wish takes them."""
    return {
        several: {str(language): getattr(words, name) for language, words in translations.items()}
        for name, several in (("title", "titles"), ("summary", "summaries"), ("text", "texts"))
    }


def _things(person: Person, named: Mapping[str, Any], old: queries.EventWish | None) -> dict[str, Any]:
    """Look up what is named by slug or number."""
    looked = {
        "kind": (models.EventKind.objects.filter(retired_at=None), "slug", _("There is no such kind of event.")),
        "site": (spaces.for_reader(person), "slug", _("There is no such site.")),
        "theme": (models.Theme.objects.visible_to(person), "slug", _("There is no such theme.")),
        "season": (models.Season.objects.visible_to(person), "slug", _("There is no such season.")),
        "series": (models.EventSeries.objects.kept_by(person), "pk", _("There is no such series that you may add to.")),
        "audience_circle": (circles_for(person), "pk", _("There is no such community.")),
        "visited": (
            Organisation.objects.filter(kind=OrganisationKind.STATE), "pk", _("There is no such agency."),
        ),
        "audience_organisation": (Organisation.objects.all(), "pk", _("There is no such organisation.")),
    }  # fmt: skip
    found: dict[str, Any] = {}
    for name, (rows, key, sentence) in looked.items():
        if name in named:
            found[name] = _look_up(rows, key, named[name], name, sentence)
    if "space" in named:
        bookable = Space.objects.visible_to(person).select_related("site", "policy").prefetch_related("cells")
        found["space"] = _look_up(bookable, "pk", named["space"], "space", _("There is no such space."))
        found.setdefault("site", found["space"].site)
        if old is None or old.space != found["space"]:
            found["layout"] = None
    if "layout" in named:
        space = found.get("space") or (old.space if old else None)
        layouts = Layout.objects.filter(space=space)
        sentence = _("The space cannot be furnished like that.")
        found["layout"] = _look_up(layouts, "kind", named["layout"], "layout", sentence)
    return found


def _look_up(rows: Any, key: str, value: object, field: str, sentence: str) -> Model:
    found: Model | None = rows.filter(**{key: value}).first()
    if found is None:
        raise Invalid(sentence, field)
    return found
