"""Waiting for a place: join a queue, and see where one stands. The same actions as on the pages."""

from datetime import datetime, time
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema
from pydantic import ConfigDict, StrictInt

from fiksummin.api import answers
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.inputs import Moment, PageQuery, Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.time import MIDNIGHT, until
from fiksummin.people.models import Person
from fiksummin.spaces import actions, models, queries
from fiksummin.spaces.choices import Feature
from fiksummin.spaces.queries import WaitingWish

router = Router(tags=["Queues"])
MOST_FEATURES = 20
Clock = Annotated[Text, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["08:00"])]
EndClock = Annotated[Text, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$", examples=["16:00"])]
"""Midnight ends a day, as 24:00 (or 00:00)."""


class State(StrEnum):
    """Where somebody stands who waits, or why she waits no longer."""

    WAITING = "waiting"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    LEFT = "left"
    PASSED = "passed"


class Place(Schema):
    """A place as it is waited for: so many minutes within a window; as long as the window for one exact time."""

    model_config = ConfigDict(extra="forbid")

    site: Text = Field(description="The slug of a site", examples=["helsinki"])
    space: StrictInt | None = Field(None, description="The id of a space; null for any that fits")
    layout: StrictInt | None = Field(None, description="The id of a layout of the space")
    start: Moment
    end: Moment
    minutes: StrictInt = Field(json_schema_extra={"minimum": 5})
    people: StrictInt = Field(1, json_schema_extra={"minimum": 1})
    features: list[Text] = Field(
        [], max_length=MOST_FEATURES, description=f"Of these: {', '.join(Feature.values)}"
    )
    day_from: Clock | None = Field(None, description="Each day not before this, by the site's clock")
    day_until: EndClock | None = Field(None, description="Each day not after this, by the site's clock")
    title: Text = Field("", json_schema_extra={"maxLength": 120})


class Offer(Schema):
    """A place that is held for an answer."""

    id: int
    spaces: list[int]
    start: datetime
    end: datetime
    answer_by: datetime
    url: str = Field(description="The page on which it is accepted or declined")


class Waiting(Schema):
    """What somebody waits for, and where it stands."""

    id: int
    site: str
    space: int | None
    layout: int | None
    start: datetime
    end: datetime
    minutes: int
    people: int
    features: list[Feature]
    day_from: answers.Clock | None
    day_until: answers.Clock | None
    title: str
    state: State
    position: int | None = Field(description="1 when nobody asked before for the same; null when it is over")
    offer: Offer | None
    url: str


class Waitings(Schema):
    """A page of queues."""

    items: list[Waiting]
    page: int
    size: int
    total: int


@router.post(
    "waitings", auth=WRITE, response=responses({201: Waiting}, 400, 409, 413, 422), url_name="waitings"
)
def join_queue(request: Asked, place: Place, key: IdempotencyKey) -> HttpResponse:
    """Wait for a place. 409 tells what is free already: book that."""
    person = request.auth.person
    return answered_once(
        person,
        key,
        ["waitings", place.model_dump(mode="json")],
        lambda: (201, _describe(person, _join(person, place))),
    )


@router.get("waitings", auth=READ, response=responses(Waitings, 422), url_name="waitings")
def list_waitings(request: Asked, page: PageQuery) -> dict[str, object]:
    """What you wait for, the first first; with your place in each queue and the offers to answer."""
    rows = queries.waitings_for(request.auth.person).open()
    places = queries.positions(rows[page.slice])
    return answers.page_of(rows, page, lambda row: _waiting(row, places.get(row.pk)))


def _join(person: Person, place: Place) -> models.Waiting:
    site = queries.for_reader(person).filter(slug=place.site).first()
    if site is None:
        raise Invalid(_("There is no such site."), "site")
    return actions.ask_for_place(by=person, site=site, wish=_wish(site, place))


def _wish(site: models.Site, place: Place) -> WaitingWish:
    space, layout = None, None
    if place.space is not None:
        space = queries.spaces_to_book(site).filter(pk=_id(place.space)).first()
        if space is None:
            raise Invalid(_("There is no such space at this site."), "space")
    if place.layout is not None:
        layout = models.Layout.objects.filter(space=space, pk=_id(place.layout)).first()
        if layout is None:
            raise Invalid(_("The space cannot be furnished like that."), "layout")
    return WaitingWish(
        place.start, place.end, place.minutes, place.people, space, layout,
        features=tuple(place.features), day_from=_clock(place.day_from), day_until=_clock(place.day_until),
        title=place.title,
    )  # fmt: skip


def _id(number: int) -> int:
    return number if 0 < number < 2**31 else 0


def _clock(text: str | None) -> time | None:
    if text is None:
        return None
    return MIDNIGHT if text == "24:00" else time.fromisoformat(text)


def _describe(person: Person, made: models.Waiting) -> object:
    row = queries.waitings_for(person).get(pk=made.pk)
    return _waiting(row, queries.positions([row])[row.pk]).model_dump(mode="json")


def _waiting(row: models.Waiting, position: int | None) -> Waiting:
    zone = row.site.zone
    offers: list[models.Offer] = getattr(row, "open_offers", [])
    return Waiting(
        id=row.pk,
        site=row.site.slug,
        space=row.space_id,
        layout=row.layout_id,
        start=row.window_starts_at.astimezone(zone),
        end=row.window_ends_at.astimezone(zone),
        minutes=row.minutes,
        people=row.people,
        features=[Feature(name) for name in row.features],
        day_from=f"{row.day_from:%H:%M}" if row.day_from else None,
        day_until=until(row.day_until) if row.day_until else None,
        title=row.title,
        state=State(row.reason) if row.reason else State.OFFERED if offers else State.WAITING,
        position=position,
        offer=_offer(offers[0], zone) if offers else None,
        url=answers.page_address(f"waitings/{row.pk}"),
    )


def _offer(row: models.Offer, zone: ZoneInfo) -> Offer:
    booking = row.booking
    return Offer(
        id=row.pk,
        spaces=[place.space_id for place in booking.places.all()],
        start=booking.starts_at.astimezone(zone),
        end=booking.ends_at.astimezone(zone),
        answer_by=row.answer_due_at.astimezone(zone),
        url=answers.page_address(f"offers/{row.pk}"),
    )
