"""What the API answers about spaces and bookings."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from ninja import Field, Schema

from fiksummin.api.answers import page_address
from fiksummin.spaces import models, queries
from fiksummin.spaces.choices import (
    Approval,
    BookingState,
    Confidentiality,
    Feature,
    LayoutKind,
    SpaceKind,
    ZoneKind,
)
from fiksummin.spaces.queries.availability.wanted import moment_of

Visibility = Literal["public", "private"]


class Zone(Schema):
    """A part of a site with a custom of its own."""

    kind: ZoneKind
    name: str


class Layout(Schema):
    """A way to furnish a space."""

    kind: LayoutKind
    seats: int
    furniture: str
    features: list[Feature] = Field(description="What this furnishing adds")
    usual: bool


class Space(Schema):
    """A desk, a room, a hall."""

    id: int
    site: str
    kind: SpaceKind
    name: str
    description: str
    zone: Zone | None
    seats: int
    features: list[Feature]
    confidentiality: Confidentiality
    layouts: list[Layout]
    buffer_minutes: int = Field(description="Minutes kept free after each booking")
    needs_approval: bool
    url: str


class Spaces(Schema):
    """A page of spaces."""

    items: list[Space]
    page: int
    size: int
    total: int


class OfferedPlace(Schema):
    """A space as it is furnished."""

    space: int
    name: str
    layout: LayoutKind | None
    seats: int


class Answer(Schema):
    """Places that are free for a range, with the reasons why they are offered, in words."""

    site: str
    start: datetime
    end: datetime
    spaces: list[OfferedPlace]
    reasons: list[str]


class Answers(Schema):
    """What is free, the best first. When nothing is, ``first_free`` tells when something is (within 60 days)."""

    items: list[Answer]
    first_free: Answer | None


class BookedPlace(Schema):
    """A space of a booking; rearranging it takes so many minutes before the booking."""

    space: int
    name: str
    layout: LayoutKind | None
    changeover_minutes: int


class Booking(Schema):
    """A booking."""

    id: int
    site: str
    start: datetime
    end: datetime
    spaces: list[BookedPlace]
    extra_seats: int
    people: int
    title: str
    visibility: Visibility
    note: str
    state: BookingState
    answer_due_at: datetime | None = Field(description="By when somebody approves it; null when nobody need")
    sequence: int = Field(description="Grows by one at every change")
    url: str


class Bookings(Schema):
    """A page of bookings."""

    items: list[Booking]
    page: int
    size: int
    total: int


class Preview(Schema):
    """What booking it would give; nothing is booked."""

    site: str
    start: datetime
    end: datetime
    spaces: list[BookedPlace]
    state: BookingState
    answer_due_at: datetime | None


class Taken(Schema):
    """A range in which a space is taken, change-over and buffer included. The title only when it is public."""

    start: datetime
    end: datetime
    title: str


class Timeline(Schema):
    """When a space is taken within a range."""

    space: int
    name: str
    taken: list[Taken]


class Timelines(Schema):
    """When each space of a site is taken within a range."""

    site: str
    items: list[Timeline]


class Door(Schema):
    """What a door says: taken or free, until when, and what comes next today."""

    space: int
    name: str
    state: Annotated[str, Field(json_schema_extra={"enum": ["free", "taken"]})]
    until: datetime | None = Field(description="Null when it is free but the site is closed")
    title: str = Field(description="Only when it is public")
    next_start: datetime | None
    next_title: str


class Sign(Schema):
    """All doors of a site at a moment; no personal data."""

    site: str
    at: datetime
    items: list[Door]


def space(row: models.Space) -> Space:
    """Describe a space (with its zone, policy and layouts at hand)."""
    return Space(
        id=row.pk,
        site=row.site.slug,
        kind=SpaceKind(row.kind),
        name=row.name,
        description=row.description,
        zone=Zone(kind=ZoneKind(row.zone.kind), name=row.zone.name) if row.zone else None,
        seats=row.seats,
        features=[Feature(feature) for feature in row.features],
        confidentiality=Confidentiality(row.confidentiality),
        layouts=[
            Layout(
                kind=LayoutKind(layout.kind),
                seats=layout.seats,
                furniture=layout.furniture,
                features=[Feature(feature) for feature in layout.features],
                usual=layout.is_usual,
            )
            for layout in row.layouts.all()
        ],
        buffer_minutes=row.buffer_minutes,
        needs_approval=row.policy.approval != Approval.NONE,
        url=page_address(f"spaces/{row.pk}"),
    )


def answer(found: queries.Answer) -> Answer:
    """Describe what is offered."""
    site = found.places[0].space.site
    return Answer(
        site=site.slug,
        start=found.start.astimezone(site.zone),
        end=found.end.astimezone(site.zone),
        spaces=[
            OfferedPlace(
                space=place.space.pk,
                name=place.space.name,
                layout=LayoutKind(place.layout.kind) if place.layout else None,
                seats=place.seats,
            )
            for place in found.places
        ],
        reasons=list(found.reasons),
    )


def booking(row: models.Booking, at: datetime) -> Booking:
    """Describe a booking at a moment."""
    return Booking(
        id=row.pk,
        extra_seats=row.extra_seats,
        people=row.people,
        title=row.title,
        visibility="public" if row.is_public else "private",
        note=row.note,
        sequence=row.sequence,
        url=page_address(f"bookings/{row.pk}"),
        **preview(row, at).dict(),
    )


def preview(row: models.Booking, at: datetime) -> Preview:
    """Describe what a booking is, or would be."""
    zone = row.site.zone
    return Preview(
        site=row.site.slug,
        start=row.starts_at.astimezone(zone),
        end=row.ends_at.astimezone(zone),
        spaces=[
            BookedPlace(
                space=place.space_id,
                name=place.space.name,
                layout=LayoutKind(place.layout.kind) if place.layout else None,
                changeover_minutes=place.changeover_minutes,
            )
            for place in row.places.all()
        ],
        state=row.state(at),
        answer_due_at=row.answer_due_at.astimezone(zone) if row.answer_due_at else None,
    )


def timeline(
    row: models.Space, spans: Sequence[tuple[int, int, str | None]], zone: ZoneInfo
) -> dict[str, object]:
    """Lay out when a space is taken; plain, for there may be tens of thousands of ranges."""
    taken = [
        {"start": _said(start, zone), "end": _said(end, zone), "title": title or ""}
        for start, end, title in spans
    ]
    return {"space": row.pk, "name": row.name, "taken": taken}


def door(sign: queries.Sign, zone: ZoneInfo) -> Door:
    """Describe what a door says."""
    return Door(
        space=sign.space.pk,
        name=sign.space.name,
        state="taken" if sign.taken else "free",
        until=sign.until.astimezone(zone) if sign.until else None,
        title=sign.title,
        next_start=sign.next_start.astimezone(zone) if sign.next_start else None,
        next_title=sign.next_title,
    )


@lru_cache(maxsize=20_000)
def _said(minute: int, zone: ZoneInfo) -> str:
    return moment_of(minute).astimezone(zone).isoformat()
