"""What the API answers. Every moment carries the offset of the site's own clock."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.utils.translation import get_language
from ninja import Field, Schema
from pydantic import BaseModel

from fiksummin.api.inputs import Page
from fiksummin.core.time import until
from fiksummin.spaces import models, queries
from fiksummin.spaces.choices import SiteKind, VisitState

DayState = Annotated[str, Field(json_schema_extra={"enum": ["open", "full", "closed", "past"]})]
Clock = Annotated[str, Field(pattern=r"^\d\d:\d\d$", examples=["07:00"])]


def written(answer: BaseModel) -> HttpResponse:
    """Write a long answer at once: checked when it was made, it is not checked and copied again."""
    return HttpResponse(answer.model_dump_json(), content_type="application/json; charset=utf-8")


class FieldError(Schema):
    """What is wrong with one field."""

    field: str
    detail: str


class AlternativePlace(Schema):
    """A space as it would be furnished."""

    space: int
    name: str
    layout: str | None
    seats: int


class Alternative(Schema):
    """Another time at which the same visit would fit; for a booking also the spaces, and why they are offered."""

    start: datetime
    end: datetime
    site: str | None = None
    spaces: list[AlternativePlace] | None = None
    reasons: list[str] | None = None


class Problem(Schema):
    """Why not (RFC 9457). ``detail`` is a sentence for people, in the language asked for."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldError] | None = Field(None, description="With 422: which fields the refusal is about")
    alternatives: list[Any] | None = Field(
        None, description="With 422, where another time would do: what would be possible, as with 409"
    )


class Full(Problem):
    """No room at that time, with other times that would fit (none, when there are none)."""

    alternatives: list[Alternative]


class Hours(Schema):
    """Weekly hours by the site's clock; 0 is Monday. Days without hours are closed."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    opens: Clock
    closes: Clock


class Site(Schema):
    """A site and whether its door is open."""

    slug: str
    name: str
    kind: SiteKind
    address: str
    timezone: str
    seats: int
    open_now: bool
    closes_at: datetime | None = Field(description="When the door closes today; null when it is not open")
    next_open: datetime | None = Field(description="When the door opens next; null when not within 60 days")
    closed_because: str = Field(description="Why the door stays shut today; empty on open days")
    hours: list[Hours]
    url: str


class Span(Schema):
    """A half-open range in which the same number of seats is free."""

    start: datetime
    end: datetime
    free: int


class Day(Schema):
    """A day at a site: when it is open and what is free."""

    site: str
    date: date
    state: DayState
    reason: str = Field(description="Why the site is closed, or open at other hours than usual")
    opens_at: datetime | None
    closes_at: datetime | None
    seats: int
    free_all_day: int = Field(description="Seats free from opening to closing without a break")
    free: list[Span] = Field(description="What is left of the opening hours; empty when closed or past")


class Visit(Schema):
    """A visit."""

    id: int
    site: str
    start: datetime
    end: datetime
    people: int
    note: str
    state: VisitState
    sequence: int = Field(description="Grows by one at every change")
    url: str


class Expected(Schema):
    """A visit as the host sees it. Walk-ins have no name."""

    id: int
    start: datetime
    end: datetime
    people: int
    note: str
    state: VisitState
    name: str | None
    organisation: str | None


class Sites(Schema):
    """A page of sites."""

    items: list[Site]
    page: int
    size: int
    total: int


class Visits(Schema):
    """A page of visits."""

    items: list[Visit]
    page: int
    size: int
    total: int


class ExpectedVisits(Schema):
    """A page of a host's day, by arrival."""

    items: list[Expected]
    page: int
    size: int
    total: int


def page_of[Row: Model](
    rows: QuerySet[Row], page: Page, view: Callable[[Row], BaseModel]
) -> dict[str, object]:
    """Cut a page out of a long list, and describe each of its rows; two queries."""
    return page_together(rows, page, lambda found: [view(row) for row in found])


def page_together[Row: Model](
    rows: QuerySet[Row], page: Page, view: Callable[[list[Row]], Iterable[BaseModel]]
) -> dict[str, object]:
    """Cut a page out of a long list, and describe its rows together; two queries beside those of ``view``."""
    items = list(view(list(rows[page.slice])))
    return {"items": items, "page": page.page, "size": page.size, "total": rows.count()}


def site(row: models.Site, seats: int, at: datetime) -> Site:
    """Describe a site at a moment (its hours and special days at hand)."""
    state, zone = queries.open_state(row, at), row.zone
    return Site(
        slug=row.slug,
        name=row.name,
        kind=SiteKind(row.kind),
        address=row.address,
        timezone=row.timezone,
        seats=seats,
        open_now=state.is_open,
        closes_at=_local(state.closes_at, zone),
        next_open=_local(state.next.opens_at if state.next else None, zone),
        closed_because="" if state.today.is_open else state.today.reason,
        hours=[
            Hours(weekday=hours.weekday, opens=f"{hours.opens:%H:%M}", closes=until(hours.closes))
            for hours in row.hours.all()
        ],
        url=page_address(f"sites/{row.slug}"),
    )


def day(row: models.Site, found: queries.Day) -> Day:
    """Describe a day."""
    opening, zone = found.opening, row.zone
    return Day(
        site=row.slug,
        date=opening.date,
        state=found.state,
        reason=opening.reason,
        opens_at=_local(opening.opens_at, zone),
        closes_at=_local(opening.closes_at, zone),
        seats=found.seats,
        free_all_day=found.whole,
        free=[
            Span(start=span.starts_at.astimezone(zone), end=span.ends_at.astimezone(zone), free=span.free)
            for span in found.spans
        ],
    )


def visit(row: models.Visit, at: datetime) -> Visit:
    """Describe a visit at a moment."""
    zone = row.site.zone
    return Visit(
        id=row.pk,
        site=row.site.slug,
        start=row.starts_at.astimezone(zone),
        end=row.ends_at.astimezone(zone),
        people=row.people,
        note=row.note,
        state=row.state(at),
        sequence=row.sequence,
        url=page_address(f"visits/{row.pk}"),
    )


def expected(row: models.Visit, place: models.Site, at: datetime) -> Expected:
    """Describe a visit to the host of its site."""
    organisation = row.person.organisation if row.person else None
    return Expected(
        id=row.pk,
        start=row.starts_at.astimezone(place.zone),
        end=row.ends_at.astimezone(place.zone),
        people=row.people,
        note=row.note,
        state=row.state(at),
        name=str(row.person) if row.person else None,
        organisation=organisation.name if organisation else None,
    )


def _local(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.astimezone(zone) if moment else None


def page_address(path: str) -> str:
    """Give the address of a page in the language spoken."""
    return f"{settings.BASE_URL}/{get_language()}/{path}/"
