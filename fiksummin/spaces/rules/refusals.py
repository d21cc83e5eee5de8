"""How a rule refuses: a sentence, the field it is about, and the words for days and hours in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.opening import Opening, opening
from fiksummin.ui import when


@dataclass(frozen=True)
class Refusal:
    """A sentence, and the field it is about ("" when it is about none)."""

    sentence: str
    field: str = ""
    another_time: bool = False
    """The same visit could be at another time."""


def why_not_open(start: datetime, end: datetime, day: Opening, site: Site) -> Refusal | None:
    """Say why a range of moments is not within the opening hours of its day."""
    if day.opens_at is None or day.closes_at is None:
        return Refusal(
            _("The site is closed on %(day)s: %(reason)s.")
            % {"day": say_day(day.date), "reason": day.reason},
            "day",
            another_time=True,
        )
    if day.holds(start, end):
        return None
    hours = when.spell(day.opens_at, day.closes_at, zone=site.zone, language=language())
    return Refusal(
        _("The site is open on %(hours)s. Choose a time within these hours.") % {"hours": hours},
        "start" if start < day.opens_at else "end",
        another_time=True,
    )


def why_not_there(site: Site, start: datetime, end: datetime) -> str:
    """Say that the door is shut at the time of something that was agreed on before the hours changed."""
    refusal = why_not_open(start, end, opening(site, start.astimezone(site.zone).date()), site)
    return refusal.sentence if refusal else ""


def why_not_seconds(start: datetime, end: datetime) -> Refusal | None:
    """Say that what is agreed on beforehand begins and ends with a minute, as pages and letters tell it."""
    for moment, field in ((start, "start"), (end, "end")):
        if moment.second or moment.microsecond:
            return Refusal(_("Give the time in whole minutes."), field)
    return None


def say_day(day: date) -> str:
    """Say a day with its year, "tiistaina 24.11.2026": the sentence may be read on another day."""
    return when.day(day, language=language(), today=date.min)


def say_clock(moment: datetime, site: Site) -> str:
    """Say an hour by the site's clock."""
    return when.clock(moment, zone=site.zone, language=language())


def language() -> str:
    """Give the language that is spoken now."""
    return get_language() or "fi"


def say_moment(moment: datetime, site: Site) -> str:
    """Say a day and an hour by the site's clock."""
    return when.spell(moment, zone=site.zone, language=language())
