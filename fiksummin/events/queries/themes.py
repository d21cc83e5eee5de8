"""Themes and seasons with their events, as far as a reader sees them."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fiksummin.events.models import Event, PlannedTheme, Season, Theme
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.around import themes_for
from fiksummin.events.queries.pages import for_rows
from fiksummin.people.models import Person


def _published(reader: Person | None) -> EventQuerySet:
    return Event.objects.visible_to(reader).filter(published_at__isnull=False)


class Public(NamedTuple):
    """What of the events has a page for everybody."""

    events: list[int]
    themes: list[str]
    seasons: list[str]


def public_pages() -> Public:
    """Give all of it, past events, too; three queries."""
    return Public(
        list(_published(None).order_by("pk").values_list("pk", flat=True)),
        list(themes_for(None).order_by("pk").values_list("slug", flat=True)),
        list(seasons_for(None).order_by("pk").values_list("slug", flat=True)),
    )


def themes_with_counts(reader: Person | None, at: datetime) -> QuerySet[Theme]:
    """Give the themes of which a reader sees an event, with how many are ahead and how many in all."""
    seen = _published(reader).values("pk")
    among, ahead = Q(events__in=seen), Q(events__ends_at__gt=at, events__cancelled_at=None)
    return (
        Theme.objects.annotate(all=Count("events", filter=among), ahead=Count("events", filter=among & ahead))
        .filter(all__gt=0)
        .order_by("-ahead", "name_fi")
    )


def seasons_for(reader: Person | None) -> QuerySet[Season]:
    """Give the seasons of which a reader sees a published event, the latest first."""
    return Season.objects.filter(Exists(_published(reader).filter(season=OuterRef("pk"))))


def themes_of(season: Season, reader: Person | None) -> QuerySet[Theme]:
    """Give the themes that a season plans or its events have; only those of which the reader sees an event."""
    here = Q(plans__season=season) | Q(Exists(_published(reader).filter(season=season, theme=OuterRef("pk"))))
    return themes_for(reader).filter(here).distinct()


def planned_in(season: Season, reader: Person | None) -> QuerySet[PlannedTheme]:
    """Give the plan of a season, for members: who looks after a theme, and what asked for it; of themes that she sees."""
    if reader is None or reader.is_guest:
        return PlannedTheme.objects.none()
    seen = themes_for(reader).values("pk")
    return season.plan.filter(theme__in=seen).select_related("theme", "owner__organisation")


def ahead_in(reader: Person | None, at: datetime, **among: object) -> EventQuerySet:
    """Give the events of a theme or of a season that a reader may come to, the first first."""
    return for_rows(_published(reader).filter(cancelled_at=None, ends_at__gt=at, **among))


def behind_in(reader: Person | None, at: datetime, **among: object) -> EventQuerySet:
    """Give those that are over, the latest first; those that were cancelled are among them."""
    return for_rows(_published(reader).filter(ends_at__lte=at, **among)).order_by("-starts_at", "-pk")
