"""A series of events: what it is about, its events, and which organisations came."""

from datetime import datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from fiksummin.api.answers import page_address
from fiksummin.api.bearers import READ, Asked
from fiksummin.api.schema import responses
from fiksummin.core.time import now
from fiksummin.events import models
from fiksummin.events.queries import series as queries
from fiksummin.events.queries import themes

router = Router(tags=["Events"])
MOST_EVENTS = 200


class SeriesEvent(Schema):
    """An event of a series."""

    id: int
    title: str
    start: datetime
    end: datetime
    cancelled: bool
    url: str


class Attendance(Schema):
    """How many of an organisation came, in whole fives rounded down; those of which fewer than five came are not named."""

    organisation: str
    at_least: int


class WholeSeries(Schema):
    """A series of events, as far as you see it."""

    id: int
    title: str
    themes: list[str] = Field(description="The slugs of what its events are about")
    coming: list[SeriesEvent]
    past: list[SeriesEvent] = Field(description="The latest first, 200 at most")
    attendance: list[Attendance]
    url: str


@router.get(
    "events/series/{int:series}", auth=READ, response=responses(WholeSeries, 404), url_name="event_series"
)
def read_series(request: Asked, series: int) -> WholeSeries:
    """One series with its events, those to come and those behind."""
    person, at = request.auth.person, now()
    row = get_object_or_404(queries.series_for(person), pk=series)
    behind = themes.behind_in(person, at, series=row)[:MOST_EVENTS]
    return WholeSeries(
        id=row.pk, title=row.title, themes=[theme.slug for theme in queries.themes_in(row, person)],
        coming=[_event(each) for each in themes.ahead_in(person, at, series=row)],
        past=[_event(each) for each in behind],
        attendance=[Attendance(**each._asdict()) for each in queries.who_came(row, person)],
        url=page_address(f"events/series/{row.pk}"),
    )  # fmt: skip


def _event(row: models.Event) -> SeriesEvent:
    return SeriesEvent(
        id=row.pk, title=row.title, start=row.starts_at.astimezone(row.zone), end=row.ends_at.astimezone(row.zone),
        cancelled=row.cancelled_at is not None, url=page_address(f"events/{row.pk}"),
    )  # fmt: skip
