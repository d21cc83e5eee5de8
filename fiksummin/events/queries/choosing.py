"""What an organiser can choose from: kinds, themes, organisations, and the spaces of a site with their furnishings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.circles.models import Circle
from fiksummin.circles.queries import circles_for, own_circles
from fiksummin.core.time import today
from fiksummin.events.models import Event, EventKind, EventSeries, Season, Theme
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces import queries as spaces
from fiksummin.spaces.models import Layout, Policy, Site
from fiksummin.spaces.queries import Answer, Asker, Place, Search

MOST_FREE = 6
"""Other spaces shown that are free at the time asked for."""
NEAR = timedelta(days=7)
"""So far ahead another time is looked for when nothing is free at the one asked for."""


@dataclass(frozen=True)
class Choices:
    """Rows to choose from, by the name of their field."""

    rows: dict[
        str,
        QuerySet[EventKind]
        | QuerySet[Theme]
        | QuerySet[Season]
        | QuerySet[EventSeries]
        | QuerySet[Organisation]
        | QuerySet[Circle],
    ]


@dataclass(frozen=True)
class Setting:
    """A space furnished in a way, as a form names it."""

    place: Place

    @property
    def value(self) -> str:
        """The numbers of the space and of its layout."""
        return setting_value(self.place)

    @property
    def label(self) -> str:
        """The furnishing with its seats, as in "theatre, 80 seats"."""
        words = str(self.place.layout) if self.place.layout else _("As it is")
        seats = ngettext("%(seats)d seat", "%(seats)d seats", self.place.seats) % {"seats": self.place.seats}
        return f"{words}, {seats}"


@dataclass(frozen=True)
class Takes:
    """What a space takes before it can be used: minutes from a layout (None: as usual), whose approval, what it blocks."""

    place: Place
    minutes: int
    before: Layout | None
    asks: Policy | None
    blocks: list[str]


def setting_value(place: Place) -> str:
    """Write a place as a form sends it."""
    return f"{place.space.pk}-{place.layout.pk}" if place.layout else str(place.space.pk)


def choices_for(person: Person, event: Event | None = None) -> Choices:
    """Give the kinds in use, those that an event has already, and the themes, seasons and organisations of today; the series that she may add to.

    A theme or a season of which others only know events is not named.
    """
    day = today()
    own = Q(pk=event.kind_id) if event else Q(pk=None)
    kept = Q(pk=event.audience_organisation_id) if event and event.audience_organisation_id else Q(pk=None)
    been = Q(pk=event.visited_id) if event and event.visited_id else Q(pk=None)
    kept_circle = Q(pk=event.audience_circle_id) if event and event.audience_circle_id else Q(pk=None)
    standing = Organisation.objects.standing(day).values("pk")
    return Choices(
        {
            "kind": EventKind.objects.filter(Q(retired_at=None) | own),
            "theme": themes_known_to(person, event.theme_id if event else None),
            "season": Season.objects.filter(
                Q(pk__in=Season.objects.visible_to(person).values("pk"))
                | Q(pk=event.season_id if event else None),
                ends_on__gte=day - timedelta(days=90),
            ),
            "series": EventSeries.objects.filter(
                Q(pk__in=EventSeries.objects.kept_by(person).values("pk"))
                | Q(pk=event.series_id if event else None)
            ),
            "audience_circle": circles_for(person).filter(
                Q(pk__in=own_circles(person).values("pk")) | kept_circle
            ),
            "audience_organisation": Organisation.objects.filter(Q(pk__in=standing) | kept),
            "visited": Organisation.objects.filter(Q(pk__in=standing, kind=OrganisationKind.STATE) | been),
        }
    )


def themes_known_to(person: Person, kept: int | None = None) -> QuerySet[Theme]:
    """Give the themes that somebody may hear of, and the one that is kept."""
    return Theme.objects.visible_to(person) | Theme.objects.filter(Q(pk=kept))


def settings_of(site: Site, event: Event | None = None) -> list[Setting]:
    """Give the spaces of a site in use, each in every way it can be furnished; three queries."""
    booking = event.booking if event and event.booking and event.booking.site_id == site.pk else None
    found = []
    for space in spaces.spaces_to_book(site, booking):
        found += [Setting(Place(space, layout)) for layout in (None, *space.layouts.all())]
    return found


def named(settings: Sequence[Setting]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Group the settings by their space, as a list to choose from shows them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for setting in settings:
        found.setdefault(str(setting.place.space.name), []).append((setting.value, setting.label))
    return list(found.items())


def takes(place: Place, start: datetime, event: Event | None = None) -> Takes:
    """Tell what a place takes at a moment; five queries at most."""
    own = event.booking_id if event else None
    cells = [cell.pk for cell in place.space.cells.all()]
    minutes, before = spaces.changeover(cells, start, place.layout, except_for=own)
    policy = place.space.policy
    blocked = [str(space.name) for space in spaces.blocked_by([place])]
    return Takes(place, minutes, before, policy if policy.approval != "none" else None, blocked)


def free_then(
    site: Site, start: datetime, end: datetime, people: int, *, asker: Asker, at: datetime
) -> list[Answer]:
    """Give the spaces of a site that are free for a range within a day, the best first; else the nearest times when one is."""
    day, minutes = start.astimezone(site.zone).date(), int((end - start).total_seconds() // 60)
    if not 0 < minutes <= 24 * 60:
        return []
    then, near = Search(day, day, minutes, people, begins=start), Search(day, day + NEAR, minutes, people)
    for wanted in (then, near):
        found = alone(spaces.search([site], wanted, at, asker=asker, limit=MOST_FREE))
        if found:
            return found
    return []


def alone(answers: Iterable[object]) -> list[Answer]:
    """Keep the answers of one space: an event is held in one (a hall with its parts is one, too)."""
    return [answer for answer in answers if isinstance(answer, Answer) and len(answer.places) == 1]
