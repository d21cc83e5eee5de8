"""What the API answers about events and places at them. Moments carry the offset of the event's own clock."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from fiksummin.api import event_details
from fiksummin.api.answers import page_address
from fiksummin.core.time import now
from fiksummin.events import models, queries, rules
from fiksummin.events.choices import (
    Allocation,
    AnswerKind,
    Audience,
    EventState,
    Mode,
    RegistrationEnd,
    RegistrationState,
    Sensitivity,
)
from fiksummin.events.models.event import Said as Spoken
from fiksummin.events.queries import About
from fiksummin.people.choices import Language, RoleKind
from fiksummin.spaces.choices import LayoutKind


class Registration(BaseModel):
    """Somebody's registration, and where it stands."""

    id: int
    event: int
    name: str = Field(description="Who registered; empty for a walk-in without a name")
    mode: Mode = Field(description="How she wants to take part")
    holds: Mode | None = Field(description="In which way she has a place, or is offered one")
    people: int
    state: RegistrationState
    position: int | None = Field(description="1 for the first in line; null when she does not stand in one")
    offer: bool = Field(
        description="Whether a place that becomes free is held for an answer, or given at once"
    )
    shown: bool = Field(description="Whether the others who have a place see the name")
    rank: int | None = Field(
        description="Its place among the lots, by its `id`; null without, and before the draw"
    )
    answer_by: datetime | None = Field(description="Until when an offered place is held")
    arrived: int | None = Field(
        description="How many of them came; null once the event is over: who did not come is no record of a person"
    )
    end: RegistrationEnd | None
    sequence: int = Field(description="Grows by one at every change")
    url: str


class Places(BaseModel):
    """The places of one way to take part."""

    mode: Mode
    capacity: int
    taken: int = Field(description="Confirmed or held for an answer; never more than the capacity")
    free: int
    queue: int = Field(description="How many registrations stand in line")


class Words(BaseModel):
    """Words, and in which language they are."""

    words: str
    language: Language


class Said(BaseModel):
    """Title and summary as a reader of the answer's language reads them; what is not there in it, as it was written."""

    title: Words
    summary: Words


class WholeSaid(Said):
    """The text, too."""

    text: Words


class Event(BaseModel):
    """An event, how full it is, and one's own registration to it."""

    id: int
    title: str = Field(description="In the event's own language, as `PATCH` takes it; so is the summary")
    said: Said = Field(description="In the language of the answer, where the event has words in it")
    kind: str
    state: EventState
    site: str | None = Field(description="Null also while the site is shut at that time; so is `place` empty")
    spaces: list[str] = Field(description="The names of its spaces; empty when it has none (any more)")
    place: str
    place_later: bool = Field(
        description="Whether it lost its space or place, and the place is announced later"
    )
    start: datetime
    end: datetime
    summary: str
    language: Language
    audience: Audience
    allocation: Allocation
    opens_at: datetime
    closes_at: datetime
    closed_because: str = Field(description="Why you cannot register now; empty when you can")
    places: list[Places]
    mine: Registration | None
    tags: list[str]
    sequence: int = Field(description="Grows by one at every change")
    url: str


class Question(BaseModel):
    """What is asked of those who register."""

    id: int
    text: str
    why: str
    kind: AnswerKind
    options: list[str]
    sensitivity: Sensitivity
    required: bool


class Translation(BaseModel):
    """The words of an event in a further language."""

    title: str
    summary: str
    text: str


class Lottery(BaseModel):
    """How the lots of an event are decided, so that anybody can count them again."""

    fingerprint: str = Field(description="SHA-256 of the seed, public before the draw")
    seed: str | None = Field(description="Null before the draw")
    drawn_at: datetime | None = Field(
        description="Null before the draw. Whoever registers after it gets a place that is free, or stands after all the lots"
    )


class Coming(BaseModel):
    """Somebody who lets the others who have a place see her name."""

    name: str
    organisation: str


class WholeEvent(Event):
    """An event with what its page says, and with what its organisers set."""

    said: WholeSaid
    text: str
    translations: dict[Language, Translation] = Field(
        description="Title, summary and text in further languages than that of the event"
    )
    layout: LayoutKind | None = Field(description="How its space is furnished")
    audience_organisation: int | None = Field(description="The organisation for whose people it is")
    audience_circle: int | None = Field(description="The community for whose members it is")
    audience_role: RoleKind | None = Field(description="The role for whose holders it is")
    keep_answers_days: int = Field(description="So many days after it answers on diet and access are deleted")
    organisers: list[event_details.Organiser]
    programme: list[event_details.Part]
    speakers: list[event_details.Speaker]
    materials: list[event_details.Material]
    quotas: list[event_details.Quota] | None = Field(description="Null for whoever does not run it")
    spoken: list[str]
    offer_hours: int
    lottery: Lottery | None = Field(description="Null where places are not given by lot")
    noted: bool | None = Field(
        description="Whether you noted that you took part in this training; null for other events, and before it begins"
    )
    coming: list[Coming] | None = Field(
        description="Who else comes and wants to be seen; null for whoever has no place, and once it is over"
    )
    online_link: str = Field(description="Only for those who have a place, and for those who run it")
    outside_link: str
    access: str
    recorded: bool
    captions: bool
    dimensions: list[str]
    visited: int | None = Field(description="The agency at which a stop of the tour is held")
    theme: str | None
    season: str | None
    series: int | None = Field(description="The number of its series")
    reason: str = Field(description="Why it was cancelled")
    changed_because: str = Field(description="Why it was moved, in the words of its organisers")
    questions: list[Question]


class DrawnEvent(BaseModel):
    """Whose lots they are."""

    id: int
    title: str
    fingerprint: str
    seed: str
    drawn_at: str


class Method(BaseModel):
    """How it is counted."""

    words: str


class Lot(BaseModel):
    """One registration that took part; nobody is named."""

    turn: int = Field(description="1 for the first to whom places were given")
    number: int
    lot: str = Field(description="SHA-256 of `seed:number`")
    mode: Mode
    people: int
    priority: bool
    rank: int = Field(description="1 for the smallest lot")
    place: bool = Field(description="Whether it was given its places at the draw")


class Lots(BaseModel):
    """All that lots are counted from; digest: SHA-256 of the rest, keys in order, no blanks, UTF-8."""

    event: DrawnEvent
    method: Method
    free: dict[Mode, int] = Field(description="How many places were free before the draw")
    quotas: bool = Field(description="Whether shares of organisations or roles held, too")
    lots: list[Lot]
    digest: str


class Events(BaseModel):
    """A page of events."""

    items: list[Event]
    page: int
    size: int
    total: int


class Registrations(BaseModel):
    """A page of registrations."""

    items: list[Registration]
    page: int
    size: int
    total: int


def registration(row: models.Registration, position: int) -> Registration:
    """Describe a registration (with its event, pool and person at hand); ``position`` is 0 outside a line."""
    due = row.offer_due_at if row.state == RegistrationState.OFFERED else None
    return Registration(
        id=row.pk,
        event=row.event_id,
        name=row.who,
        mode=Mode(row.mode),
        holds=Mode(row.holds) if row.holds else None,
        people=row.people,
        state=row.state,
        position=None if row.event.awaits_lots() else position or None,
        offer=bool(row.offer_hours),
        shown=bool(row.shown_at),
        rank=row.rank,
        answer_by=due.astimezone(row.event.zone) if due else None,
        arrived=row.arrived if now() < row.event.ends_at else None,
        end=RegistrationEnd(row.end) if row.end else None,
        sequence=row.sequence,
        url=page_address(f"registrations/{row.pk}"),
    )


def event(row: models.Event, about: About, mine: Registration | None, at: datetime) -> Event:
    """Describe an event (with its site and pools at hand) at a moment."""
    return Event(said=Said(**_said(row)), **_short(row, about, mine, at))


def whole_event(
    row: models.Event,
    about: About,
    mine: Registration | None,
    at: datetime,
    *,
    runs: bool,
    is_let_in: bool,
    coming: list[queries.Coming] | None,
    noted: bool | None,
) -> WholeEvent:
    """Describe all of an event; ``is_let_in``: whether the reader may see where to join online; ``runs``: may change it."""
    return WholeEvent(
        **_short(row, about, mine, at),
        **event_details.details(row),
        quotas=[event_details.quota(each) for each in row.quotas.all()] if runs else None,
        said=WholeSaid(**_said(row), text=_words(row.said_text)),
        text=row.text,
        translations={
            Language(language): Translation(
                title=title, summary=row.summaries.get(language, ""), text=row.texts.get(language, "")
            )
            for language, title in row.titles.items()
        },
        audience_organisation=row.audience_organisation_id,
        audience_circle=row.audience_circle_id,
        audience_role=RoleKind(row.audience_role) if row.audience_role else None,
        keep_answers_days=row.keep_answers_days,
        spoken=row.spoken,
        offer_hours=row.offer_hours,
        lottery=_lottery(row),
        noted=noted,
        coming=None
        if coming is None
        else [Coming(name=one.name, organisation=one.organisation) for one in coming],
        online_link=row.online_link if is_let_in else "",
        outside_link=row.outside_link,
        access=row.access,
        recorded=row.is_recorded,
        captions=row.has_captions,
        dimensions=row.dimensions,
        visited=row.visited_id,
        theme=row.theme.slug if row.theme else None,
        season=row.season.slug if row.season else None,
        series=row.series_id,
        reason=row.reason,
        changed_because=queries.why_changed(row) if row.changed_at else "",
        questions=questions(row),
    )


def _short(row: models.Event, about: About, mine: Registration | None, at: datetime) -> dict[str, Any]:
    zone = row.zone
    return {
        "id": row.pk,
        "title": row.title,
        "kind": about.kind,
        "state": row.state(at),
        "site": row.site.slug if row.site and not row.lost_to_id else None,
        "spaces": about.spaces,
        "place": "" if row.lost_to_id else row.place,
        "place_later": row.lost_space_at is not None and row.booking_id is None,
        "start": row.starts_at.astimezone(zone),
        "end": row.ends_at.astimezone(zone),
        "summary": row.summary,
        "language": row.language,
        "audience": row.audience,
        "allocation": row.allocation,
        "opens_at": row.opens_at.astimezone(zone),
        "closes_at": row.closes_at.astimezone(zone),
        "closed_because": str(rules.why_not_open(row, at)),
        "places": [_places(pool, about.lines.get(pool.mode, 0)) for pool in row.pools.all()],
        "mine": mine,
        "tags": about.tags,
        "sequence": row.sequence,
        "url": page_address(f"events/{row.pk}"),
    }


def _said(row: models.Event) -> dict[str, Words]:
    return {"title": _words(row.said_title), "summary": _words(row.said_summary)}


def _words(said: Spoken) -> Words:
    return Words(words=said.words, language=Language(said.language))


def _places(pool: models.Pool, queue: int) -> Places:
    return Places(mode=Mode(pool.mode), capacity=pool.capacity, taken=pool.taken, free=pool.free, queue=queue)


def _lottery(row: models.Event) -> Lottery | None:
    if row.allocation != Allocation.LOTTERY:
        return None
    drawn = row.drawn_at.astimezone(row.zone) if row.drawn_at else None
    return Lottery(
        fingerprint=queries.fingerprint_of(row), seed=row.lottery_seed if drawn else None, drawn_at=drawn
    )


def questions(row: models.Event) -> list[Question]:
    """Describe what an event asks."""
    return [_question(question) for question in row.questions.all()]


def _question(row: models.Question) -> Question:
    return Question(
        id=row.pk,
        text=row.text,
        why=row.why,
        kind=AnswerKind(row.kind),
        options=row.options,
        sensitivity=Sensitivity(row.sensitivity),
        required=row.is_required,
    )
