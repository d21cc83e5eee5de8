"""What programs ask and give about spaces and bookings."""

import re
from datetime import datetime, time, timedelta
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from ninja import Field, Query, Schema
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StrictInt, WithJsonSchema, model_validator

from fiksummin.api.inputs import LARGEST_ID, Asks, Moment, Text
from fiksummin.core.time import MIDNIGHT, now
from fiksummin.spaces.choices import Feature, LayoutKind, SpaceKind
from fiksummin.spaces.models.visit import LONGEST_NOTE
from fiksummin.spaces.queries.availability import MOST
from fiksummin.spaces.rules.bookings import LONGEST_TITLE

CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
MOST_SPACES = 10
LONGEST_WINDOW = timedelta(days=100)

Visibility = Literal["public", "private"]


def _read_clock(value: object) -> time | None:
    if value is None:
        return None
    try:
        clock = time.fromisoformat(value) if isinstance(value, str) and CLOCK.fullmatch(value) else None
    except ValueError:
        clock = None
    if clock is None:
        raise ValueError(_("Give the time of day as in %(example)s.") % {"example": "09:00"})
    return clock


def _read_end(value: object) -> time | None:
    return MIDNIGHT if value == "24:00" else _read_clock(value)


Clock = Annotated[
    time | None,
    BeforeValidator(_read_clock),
    WithJsonSchema({"type": "string", "pattern": f"^{CLOCK.pattern}$"}),
]
EndClock = Annotated[
    time | None,
    BeforeValidator(_read_end),
    WithJsonSchema({"type": "string", "pattern": f"^({CLOCK.pattern}|24:00)$"}),
]
"""Midnight ends a day, as 24:00 (or 00:00)."""


def _number(value: int) -> int:
    if not 0 < value <= LARGEST_ID:
        raise ValueError(_("There is no such space."))
    return value


SpaceId = Annotated[StrictInt, AfterValidator(_number)]


class Window(Asks):
    """A half-open range of moments; from now on, and seven days, unless told."""

    from_: Moment = Field(default_factory=now, alias="from")
    to: Moment | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Window":
        if self.end <= self.from_:
            raise ValueError(_("The end must be after the beginning."))
        if self.end - self.from_ > LONGEST_WINDOW:
            raise ValueError(_("Ask for at most %(days)d days at once.") % {"days": LONGEST_WINDOW.days})
        return self

    @property
    def end(self) -> datetime:
        """The end of the range."""
        return self.to or self.from_ + timedelta(days=7)


class Looked(Window):
    """What is looked for."""

    site: list[Text] = Field(default_factory=list, max_length=20, description="Slugs; all sites, unless told")
    minutes: int = Field(60, ge=5, le=1440)
    people: int = Field(1, ge=1, le=10_000)
    features: list[Feature] = Field(default_factory=list, max_length=20)
    layout: LayoutKind | None = None
    kind: SpaceKind | None = None
    space: int | None = Field(None, ge=1, le=LARGEST_ID, description="The only space that will do")
    earliest: Clock = Field(None, description="Not before this time of day, by the site's clock")
    latest: EndClock = Field(None, description="Over by this time of day")
    limit: int = Field(20, ge=1, le=MOST, description="At most so many answers")


class SpacesAsked(Asks):
    """Whose spaces."""

    site: Text = Field("", description="The slug of a site; all sites, unless told")


class PlaceWish(Schema):
    """A space, and how it is furnished."""

    model_config = ConfigDict(extra="forbid")

    space: SpaceId
    layout: LayoutKind | None = None


class BookingWords(Schema):
    """What a booking and its change have in common."""

    model_config = ConfigDict(extra="forbid")

    space: SpaceId | None = Field(None, description="One space")
    layout: LayoutKind | None = Field(None, description="How it is furnished; as it is, unless told")
    spaces: list[PlaceWish] | None = Field(
        None,
        min_length=1,
        max_length=MOST_SPACES,
        description="Several spaces of one site, instead of `space`",
    )

    @model_validator(mode="after")
    def _one_way(self) -> "BookingWords":
        if self.spaces and (self.space or self.layout):
            raise ValueError(_("Give either “space” with its “layout”, or “spaces”."))
        if self.layout and not self.space:
            raise ValueError(_("Give with “layout” the “space” that is meant."))
        return self

    @property
    def places(self) -> list[PlaceWish]:
        """The spaces wished, however they were given."""
        one = [PlaceWish(space=self.space, layout=self.layout)] if self.space else []
        return self.spaces or one


class BookingWish(BookingWords):
    """A booking as it is made."""

    start: Moment
    end: Moment
    title: Text = Field("", json_schema_extra={"maxLength": LONGEST_TITLE})
    people: StrictInt = Field(1, json_schema_extra={"minimum": 1})
    visibility: Visibility = Field("private", description="Whether others see the title")
    note: Text = Field("", description="A word to the hosts", json_schema_extra={"maxLength": LONGEST_NOTE})
    extra_seats: StrictInt = Field(0, ge=0, le=1000, description="Work seats of the site beside the spaces")


class BookingChange(BookingWords):
    """What is to be otherwise; what is not named stays."""

    start: Moment | None = None
    end: Moment | None = None
    title: Text | None = Field(None, json_schema_extra={"maxLength": LONGEST_TITLE})
    people: StrictInt | None = None
    visibility: Visibility | None = None
    note: Text | None = Field(None, json_schema_extra={"maxLength": LONGEST_NOTE})
    extra_seats: StrictInt | None = Field(None, ge=0, le=1000)


class Cancellation(Schema):
    """Why it is cancelled."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field("", json_schema_extra={"maxLength": LONGEST_NOTE})


WindowQuery = Query[Window]
LookedQuery = Query[Looked]
SpacesQuery = Query[SpacesAsked]
