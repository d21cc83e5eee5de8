"""A series of events: what it is about, its events, and which organisations came. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema
from pydantic import ConfigDict

from fiksummin.api.answers import page_address
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.events import seen_event
from fiksummin.api.inputs import LARGEST_ID, Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now
from fiksummin.events import actions, models
from fiksummin.events.queries import series as queries
from fiksummin.events.queries import themes, themes_known_to
from fiksummin.events.queries.keeping import SeriesWish
from fiksummin.events.rules.keeping import LONGEST_ABOUT, LONGEST_SERIES_NAME
from fiksummin.people.choices import Language
from fiksummin.people.models import Person

router = Router(tags=["Events"])
MOST_EVENTS = 200
WORDS = [f"{name}_{code}" for name in ("name", "about") for code in LANGUAGES]
REFUSALS = (400, 404, 409, 413, 422)


class SeriesChange(Schema):
    """What is to be otherwise; what is not named stays, also in each language. Null takes the theme away."""

    model_config = ConfigDict(extra="forbid")

    names: dict[Language, Text] = Field(
        default_factory=dict, description=f"By language, at most {LONGEST_SERIES_NAME} characters each"
    )
    abouts: dict[Language, Text] = Field(
        default_factory=dict, description=f"What it is about, at most {LONGEST_ABOUT} characters each"
    )
    theme: Text | None = Field(
        None, description="The slug of a theme; events of the series that have none of their own get it"
    )


class NewSeries(SeriesChange):
    """A series, and the event that it begins with."""

    event: Annotated[int, Field(ge=1, le=LARGEST_ID, description="One that you hold")]


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
    title: str = Field(description="In the language of the answer, where it has a name in it; so is `about`")
    about: str
    names: dict[Language, str] = Field(description="By language, as `PATCH` takes them; so are `abouts`")
    abouts: dict[Language, str]
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
    person = request.auth.person
    return _describe(person, get_object_or_404(models.EventSeries.objects.visible_to(person), pk=series))


@router.post(
    "events/series", auth=WRITE, response=responses({201: WholeSeries}, *REFUSALS), url_name="event_series_all"
)  # fmt: skip
def make_series(request: Asked, wish: NewSeries, key: IdempotencyKey) -> HttpResponse:
    """Begin a series with an event; further ones join it by `series` as they are planned or changed."""
    person, mark = request.auth.person, ["event series", wish.model_dump(mode="json")]
    event = seen_event(person, wish.event)
    begins = SeriesWish(**event.series_names, theme=event.theme)
    wanted = _worded(person, begins, wish)
    return _once(
        person, key, mark, 201, lambda: actions.make_series(by=person, event=event, wish=wanted)
    )  # fmt: skip


@router.patch(
    "events/series/{int:series}",
    auth=WRITE,
    response=responses(WholeSeries, *REFUSALS),
    url_name="event_series",
)
def change_series(request: Asked, series: int, change: SeriesChange, key: IdempotencyKey) -> HttpResponse:
    """Say what a series is about, in up to three languages, and which theme its events share."""
    person = request.auth.person
    kept = models.EventSeries.objects.visible_to(person) | models.EventSeries.objects.kept_by(person)
    row = get_object_or_404(kept.select_related("theme"), pk=series)
    mark = ["event series", series, change.model_dump(mode="json", exclude_unset=True)]
    begins = SeriesWish(**{name: getattr(row, name) for name in WORDS}, theme=row.theme)
    wanted = _worded(person, begins, change)
    return _once(
        person, key, mark, 200, lambda: actions.change_series(by=person, series=row, wish=wanted)
    )  # fmt: skip


def _once(
    person: Person, key: str, mark: Sequence[object], status: int, act: Callable[[], models.EventSeries]
) -> HttpResponse:
    def describe() -> tuple[int, Any]:
        return status, _describe(person, act()).model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="event_series" if status == 201 else "")


def _worded(person: Person, begins: SeriesWish, change: SeriesChange) -> SeriesWish:
    """Give what a series is to be like. Raises Invalid."""
    given: dict[str, Any] = {f"name_{code}": words for code, words in change.names.items()}
    given |= {f"about_{code}": words for code, words in change.abouts.items()}
    wish = replace(begins, **given)
    if "theme" not in change.model_fields_set:
        return wish
    known = themes_known_to(person, begins.theme.pk if begins.theme else None)
    theme = known.filter(slug=change.theme).first() if change.theme else None
    if change.theme and theme is None:
        raise Invalid(_("There is no such theme."), "theme")
    return replace(wish, theme=theme)


def _describe(person: Person, row: models.EventSeries) -> WholeSeries:
    at = now()
    behind = themes.behind_in(person, at, series=row)[:MOST_EVENTS]
    return WholeSeries(
        id=row.pk, title=row.name, about=row.about,
        names=_by_language(row, "name"), abouts=_by_language(row, "about"),
        themes=[theme.slug for theme in queries.themes_in(row, person)],
        coming=[_event(each) for each in themes.ahead_in(person, at, series=row)],
        past=[_event(each) for each in behind],
        attendance=[Attendance(**each._asdict()) for each in queries.who_came(row, person)],
        url=page_address(f"events/series/{row.pk}"),
    )  # fmt: skip


def _by_language(row: models.EventSeries, name: str) -> dict[Language, str]:
    words = {Language(code): getattr(row, f"{name}_{code}") for code in LANGUAGES}
    return {language: said for language, said in words.items() if said}


def _event(row: models.Event) -> SeriesEvent:
    return SeriesEvent(
        id=row.pk, title=row.title, start=row.starts_at.astimezone(row.zone), end=row.ends_at.astimezone(row.zone),
        cancelled=row.cancelled_at is not None, url=page_address(f"events/{row.pk}"),
    )  # fmt: skip
