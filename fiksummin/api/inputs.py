"""What the API takes: days and moments within the calendar, text that every database can keep."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Path, Query, Schema
from ninja.errors import ValidationError
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StrictInt, StrictStr, WithJsonSchema

from fiksummin.core.time import FIRST_YEAR, HELSINKI, LAST_YEAR, day_bounds
from fiksummin.core.wording import is_blank
from fiksummin.spaces.models.visit import LONGEST_NOTE

type View = Callable[..., Any]
YEAR = r"^2[01]\d\d"
LONGEST_PAGE = 100
LONGEST_KEY = 200
LARGEST_ID = 2**63 - 1


def _read_moment(value: object) -> datetime:
    moment = _read(datetime.fromisoformat, value)
    offset = moment.utcoffset() if moment else None
    if moment is None or offset is None or offset % timedelta(minutes=1):
        example = "2026-11-24T09:00+02:00"
        raise ValueError(
            _("Give the time with its offset from UTC, as in %(example)s.") % {"example": example}
        )
    _check_year(moment.year)
    return moment.astimezone(UTC)


def _read_bound(value: object, which: int) -> datetime:
    if isinstance(value, str) and len(value) == len("2026-11-24"):
        return day_bounds(_read_day(value), HELSINKI)[which]
    return _read_moment(value)


def _read_day(value: object) -> date:
    day = _read(date.fromisoformat, value)
    if day is None:
        raise ValueError(_("Give the day as in %(example)s.") % {"example": "2026-11-24"})
    _check_year(day.year)
    return day


def _read[Found](parse: Callable[[str], Found], value: object) -> Found | None:
    if not isinstance(value, str) or not value.isascii():
        return None
    try:
        return parse(value)
    except ValueError:
        return None


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("The year must be from %(first)d to %(last)d.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
        )


def _keepable(text: str) -> str:
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError(_("The text has characters that cannot be kept."))
    return text


def _key(text: str) -> str:
    if not text.isascii() or not text.isprintable() or len(text) > LONGEST_KEY:
        raise ValueError(_("The idempotency key must be at most 200 plain characters."))
    return text


Moment = Annotated[
    datetime,
    BeforeValidator(_read_moment),
    Field(description="A moment with its offset from UTC (ISO 8601)"),
]
Day = Annotated[
    date,
    BeforeValidator(_read_day),
    Field(description="A day by the site's own calendar", json_schema_extra={"pattern": YEAR}),
]
_DAY_OR_MOMENT = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string", "format": "date-time"},
            {"type": "string", "format": "date", "pattern": YEAR},
        ]
    }
)
Beginning = Annotated[datetime, BeforeValidator(lambda value: _read_bound(value, 0)), _DAY_OR_MOMENT]
"""A moment, or a Finnish day from its beginning."""
Ending = Annotated[datetime, BeforeValidator(lambda value: _read_bound(value, 1)), _DAY_OR_MOMENT]
"""A moment, or a Finnish day until its end."""
Text = Annotated[
    StrictStr, AfterValidator(_keepable), AfterValidator(lambda text: "" if is_blank(text) else text)
]
Key = Annotated[
    str, AfterValidator(_key), Field(json_schema_extra={"maxLength": LONGEST_KEY, "pattern": "^[ -~]*$"})
]


class Wish(Schema):
    """A visit as it is announced."""

    model_config = ConfigDict(extra="forbid")

    site: Text = Field(description="The slug of a site", examples=["helsinki"])
    start: Moment
    end: Moment
    people: StrictInt = Field(1, description="How many of you come", json_schema_extra={"minimum": 1})
    note: Text = Field("", description="A word to the host", json_schema_extra={"maxLength": LONGEST_NOTE})


class Asks(Schema):
    """What an address may be asked for after its question mark."""


class Page(Asks):
    """Which part of a long list: page numbers from 1, so many to a page."""

    page: int = Field(1, ge=1, le=10_000)
    size: int = Field(20, ge=1, le=LONGEST_PAGE)

    @property
    def slice(self) -> slice:
        """The rows of this page."""
        return slice((self.page - 1) * self.size, self.page * self.size)


class After(Asks):
    """After which thing a long story goes on."""

    after: int = Field(0, ge=0, le=2**63 - 1, description="`next` of the part before; 0 for the beginning")


class ExpectedDay(Asks):
    """Whose visits a host asks for."""

    date: Day | None = None


def nothing_unknown(view: View) -> View:
    """Refuse words after the question mark that mean nothing here: they may be misspelt."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        asked = (value for value in kwargs.values() if isinstance(value, Asks))
        fields = (field for value in asked for field in type(value).model_fields.items())
        known = {field.alias or name for name, field in fields}
        errors = [
            {"type": "extra_forbidden", "loc": ("query", name)} for name in request.GET if name not in known
        ]
        if errors:
            raise ValidationError(errors)
        return view(request, *args, **kwargs)

    return answer


PageQuery = Query[Page]
AfterQuery = Query[After]
ExpectedQuery = Query[ExpectedDay]
PathDay = Path[Day]
