"""Invitations of agencies, where the lab has been and where never, and whom people want to visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import holidays
from django.db.models import Count

from fiksummin.core.time import today
from fiksummin.events.models import Invitation, Target, TargetVote
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.models import Organisation, Person


@dataclass(frozen=True)
class Visited:
    """An agency, and the days on which the lab came there, the latest first."""

    organisation: Organisation
    days: tuple[date, ...]


def working_day_after(day: date, count: int) -> date:
    """Give the so manieth working day after a day; weekends and Finnish holidays are none."""
    free = holidays.country_holidays("FI")
    while count:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in free:
            count -= 1
    return day


def tour(at: datetime) -> list[Visited]:
    """Give every agency that stands at a moment, with the days on which the lab was there; those never visited last.

    Only stops that were published, held and are over count; days are Finnish. Two queries.
    """
    stops: dict[int, list[date]] = {}
    rows = Invitation.objects.filter(
        event__published_at__isnull=False, event__cancelled_at=None, event__ends_at__lte=at
    )
    for body, held in rows.order_by("-event__starts_at").values_list("organisation", "event__starts_at"):
        stops.setdefault(body, []).append(today(at=held))
    bodies = Organisation.objects.standing(today(at=at)).filter(kind=OrganisationKind.STATE)
    visited = [Visited(body, tuple(stops.get(body.pk, ()))) for body in bodies]
    return sorted(visited, key=lambda row: not row.days)


def counts_for(targets: Iterable[Target], person: Person) -> dict[int, int]:
    """Give how many want each target, for those alone on which a person has voted, or that are chosen. Two queries."""
    rows = list(targets)
    voted = set(TargetVote.objects.filter(person=person, target__in=rows).values_list("target", flat=True))
    shown = [target.pk for target in rows if target.pk in voted or target.chosen_at]
    counted = Target.objects.filter(pk__in=shown).annotate(wanted=Count("votes"))
    return dict(counted.order_by().values_list("pk", "wanted"))
