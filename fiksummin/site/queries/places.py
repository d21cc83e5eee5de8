"""Sites as the public reads them: doors, instructions, contacts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch

from fiksummin.people.models import Person
from fiksummin.spaces.models import Contact, Instruction, Site
from fiksummin.spaces.queries import Opening, OpenState, open_state, openings

DAYS_SHOWN = 7


@dataclass(frozen=True)
class Door:
    """A site now, and its hours today and on the six days after."""

    site: Site
    state: OpenState
    week: list[Opening]


def doors(reader: Person | None, at: datetime) -> list[Door]:
    """Give every site with its door at a moment (UTC); three queries whatever their number."""
    sites = Site.objects.visible_to(reader).prefetch_related("hours", "special_days")
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
    return Door(site, open_state(site, at), list(week.values()))
