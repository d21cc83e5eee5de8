"""Sites as the public reads them: doors, instructions, contacts."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch

from fiksummin.people.models import Person
from fiksummin.spaces.models import Contact, Instruction, Site
from fiksummin.spaces.queries import Opening, OpenState, open_state, openings, seen_sites

DAYS_SHOWN = 7


@dataclass(frozen=True)
class Run:
    """Days one after another with the same hours by the site's clock, or closed for the same reason."""

    first: date
    last: date
    opens: time | None
    closes: time | None
    reason: str


@dataclass(frozen=True)
class Door:
    """A site now, and its hours today and on the six days after."""

    site: Site
    state: OpenState
    week: list[Run]


def doors(reader: Person | None, at: datetime) -> list[Door]:
    """Give every site with its door at a moment (UTC); three queries whatever their number.

    Of the exceptions only those that still matter are read: a lab that has stood for years has many behind it.
    """
    sites = seen_sites(reader, since=(at - timedelta(days=1)).date())
    return [_door(site, at) for site in sites]


def with_instructions(reader: Person | None) -> list[Site]:
    """Give the sites with their instructions and who owns each."""
    instructions = Prefetch("instructions", Instruction.objects.select_related("owner"))
    return list(Site.objects.visible_to(reader).prefetch_related(instructions))


def with_contacts(reader: Person | None) -> list[Site]:
    """Give the sites with their contacts."""
    return list(Site.objects.visible_to(reader).prefetch_related(Prefetch("contacts", Contact.objects.all())))


def _door(site: Site, at: datetime) -> Door:
    first: date = at.astimezone(site.zone).date()
    week = openings(site, first, first + timedelta(days=DAYS_SHOWN - 1))
    return Door(site, open_state(site, at), _runs(site, list(week.values())))


def _runs(site: Site, week: list[Opening]) -> list[Run]:
    """Join like days. A day of the week on which the site is never open needs no reason."""
    usual = {hours.weekday for hours in site.hours.all()}
    special = {day.date for day in site.special_days.all()}
    runs: list[Run] = []
    for day in week:
        opens, closes = _clock(site, day.opens_at), _clock(site, day.closes_at)
        plain = not day.is_open and day.date.weekday() not in usual and day.date not in special
        run = Run(day.date, day.date, opens, closes, "" if plain else day.reason)
        if runs and replace(runs[-1], first=day.date, last=day.date) == run:
            runs[-1] = replace(runs[-1], last=day.date)
        else:
            runs.append(run)
    return runs


def _clock(site: Site, moment: datetime | None) -> time | None:
    return moment.astimezone(site.zone).time() if moment else None
