"""Sites side by side, and which of them a person looks after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.core.time import day_bounds
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Claim, Contact, Instruction, Site
from fiksummin.spaces.models.visit import hosted_by
from fiksummin.spaces.queries.opening import OpenState, bring_hours, open_state
from fiksummin.spaces.queries.seats import Day, Range, day_of, totals

_SITES = Question(lambda: Site.objects.visible_to(None))
_SITE = Question(lambda slug: Site.objects.visible_to(None).filter(slug=slug))
_CONTACTS = Question(lambda site: Contact.objects.filter(site=site))
_INSTRUCTIONS = Question(lambda site: Instruction.objects.filter(site=site).select_related("owner"))
_CLAIMS = Question(
    lambda sites, start, end: Claim.objects.filter(
        cell__site__in=sites,
        cell__kind=CellKind.SEAT,
        cell__retired_at=None,
        starts_at__lt=end,
        ends_at__gt=start,
    ).values_list("cell__site", "cell", "starts_at", "ends_at")
)


@dataclass(frozen=True)
class SiteNow:
    """A site at a moment: whether its door is open, and what is left of today."""

    site: Site
    state: OpenState
    today: Day


def for_reader(person: Person | None) -> QuerySet[Site]:
    """The sites that somebody (None: the public) may see, with their hours at hand."""
    return Site.objects.visible_to(person).prefetch_related("hours", "special_days")


def seen_sites(person: Person | None, since: date = date.min) -> list[Site]:
    """Give what ``for_reader`` gives, with the special days from a day on, read quickly; three queries."""
    seen = Site.objects.visible_to(person)
    sites = list(seen) if seen.query.where else _SITES()
    bring_hours(sites, since)
    return sites


def seen_site(person: Person | None, slug: str) -> Site | None:
    """Give a site that somebody may see; one query."""
    seen = Site.objects.visible_to(person)
    return next(iter(seen.filter(slug=slug) if seen.query.where else _SITE(slug=slug)), None)


def contacts(site: Site) -> list[Contact]:
    """Whom to ask at a site, in their order."""
    return _CONTACTS(site=site.pk)


def instructions(site: Site) -> list[Instruction]:
    """How to be at a site, in their order, with those who look after them."""
    return _INSTRUCTIONS(site=site.pk)


def sites_now(sites: Sequence[Site], at: datetime) -> list[SiteNow]:
    """Lay sites side by side at a moment; two queries whatever their number (hours prefetched)."""
    bring_hours(sites)
    seats, claims = totals(sites), _claims_of_today(sites, at)
    return [_now(site, seats[site.pk], claims.get(site.pk, {}), at) for site in sites]


def hosted_sites(person: Person) -> QuerySet[Site]:
    """The sites where a person receives people."""
    return Site.objects.visible_to(person).filter(hosted_by(person))


def managed_sites(person: Person) -> QuerySet[Site]:
    """The sites that a person may change."""
    if person.may(RoleKind.MANAGER):
        return Site.objects.all()
    places = [
        place for _kind, place in person.standing_roles if place and person.may(RoleKind.MANAGER, place)
    ]
    return Site.objects.filter(slug__in=places)


def keepers(site: Site, day: date) -> list[tuple[int, str]]:
    """Name those who may look after an instruction of a site: its staff on a day, and the present ones."""
    staff = standing_roles(day).filter(place__in=["", site.slug], starts_on__lte=day).values("person")
    present = Instruction.objects.filter(site=site).values("owner")
    found = Person.objects.get_queryset().filter(Q(pk__in=staff) | Q(pk__in=present), erased_at=None)
    return [(person.pk, str(person)) for person in found.order_by("name", "pk")]


def _now(site: Site, total: int, claims: dict[int, list[Range]], at: datetime) -> SiteNow:
    state = open_state(site, at)
    return SiteNow(site, state, day_of(state.today, total, list(claims.values()), at))


def _claims_of_today(sites: Sequence[Site], at: datetime) -> dict[int | None, dict[int, list[Range]]]:
    """Gather the claims that still stand today, by site and seat."""
    ends = [day_bounds(at.astimezone(site.zone).date(), site.zone)[1] for site in sites]
    rows = _CLAIMS(sites=[site.pk for site in sites], start=at, end=max(ends, default=at))
    found: dict[int | None, dict[int, list[Range]]] = {}
    for site, cell, starts_at, ends_at in rows:
        found.setdefault(site, {}).setdefault(cell, []).append((starts_at, ends_at))
    return found
