"""Themes and seasons with their events, as far as a reader sees them."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fiksummin.events.choices import Part
from fiksummin.events.models import Event, PlannedTheme, Season, Theme
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.around import themes_for
from fiksummin.events.queries.pages import for_rows
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Link
from fiksummin.trail.things import Face, faces


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
    """Give the seasons of which a reader sees a published event, the latest first.

    Members see one of which nothing is published yet, too, when it plans a theme that an idea asked for.
    """
    seen = Exists(_published(reader).filter(season=OuterRef("pk")))
    if reader is None or reader.is_guest:
        return Season.objects.filter(seen)
    asked = Exists(_asks().filter(target__planned_theme__planned__season=OuterRef("pk")))
    return Season.objects.filter(Q(seen) | Q(asked) & ~Q(_of_others("season", "pk")))


def themes_of(season: Season, reader: Person | None) -> QuerySet[Theme]:
    """Give the themes that a season plans or its events have; those of which the reader sees an event, or that an idea asked for."""
    planned = planned_for(reader).filter(season=season).values("theme")
    known = Q(pk__in=themes_for(reader).values("pk")) & Q(plans__season=season)
    seen = Exists(_published(reader).filter(season=season, theme=OuterRef("pk")))
    rows = Theme.objects.filter(known | Q(seen) | Q(pk__in=planned)).distinct()
    return rows.annotate(has_page=Exists(themes_for(reader).filter(pk=OuterRef("pk"))))


def planned_for(reader: Person | None) -> QuerySet[PlannedTheme]:
    """Give what seasons plan, for members: themes of which she sees an event, or that an idea asked for.

    A theme of which only others know published events is not named, whatever asked for it.
    """
    if reader is None or reader.is_guest:
        return PlannedTheme.objects.none()
    asked = Exists(_asks().filter(target__planned_theme=OuterRef("pk")))
    known = Q(theme__in=themes_for(reader).values("pk")) | Q(asked) & ~Q(_of_others("theme", "theme"))
    return PlannedTheme.objects.filter(known, season__in=seasons_for(reader).values("pk"))


def planned_in(season: Season, reader: Person | None) -> QuerySet[PlannedTheme]:
    """Give the plan of a season, for members: who looks after a theme, and what asked for it in words."""
    return planned_for(reader).filter(season=season).select_related("theme", "owner__organisation")


def asked_by(plan: Iterable[int], reader: Person | None) -> dict[int, list[Face]]:
    """Give the ideas that asked for planned themes, by the theme's number, as far as the reader sees them.

    One query, and those of ``faces``.
    """
    links = _asks().filter(target__planned_theme__in=plan).select_related("source", "target__planned_theme")
    rows = list(links.order_by("at", "pk"))
    seen = faces([link.source for link in rows], reader)
    found: dict[int, list[Face]] = {}
    for link in rows:
        if link.source_id in seen:
            found.setdefault(link.target.planned_theme.pk, []).append(seen[link.source_id])
    return found


def _asks() -> QuerySet[Link]:
    """Give the links by which something asked for a theme of a season."""
    return Link.objects.filter(
        kind=LinkKind.WISHED, undone_at=None, target__planned_theme__isnull=False
    ).order_by()


def _of_others(name: str, key: str) -> Exists:
    """Say that a theme or a season has events that were published, be they for whomever."""
    return Exists(Event.objects.filter(published_at__isnull=False, **{name: OuterRef(key)}))


def given_by(body: Organisation) -> QuerySet[Event, int]:
    """Give the numbers of the events that people of an organisation arrange, and of the stops of the tour there."""
    arranged = Q(people__part=Part.ORGANISER, people__person__organisation=body)
    return Event.objects.filter(arranged | Q(visited=body)).values_list("pk", flat=True)


def ahead_in(reader: Person | None, at: datetime, **among: object) -> EventQuerySet:
    """Give the events of a theme or of a season that a reader may come to, the first first."""
    return for_rows(_published(reader).filter(cancelled_at=None, ends_at__gt=at, **among))


def behind_in(reader: Person | None, at: datetime, **among: object) -> EventQuerySet:
    """Give those that are over, the latest first; those that were cancelled are among them."""
    return for_rows(_published(reader).filter(ends_at__lte=at, **among)).order_by("-starts_at", "-pk")
