"""Where somebody usually is, and what there is to choose from when she looks for events."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from fiksummin.core.db.questions import Question
from fiksummin.core.languages import LANGUAGES
from fiksummin.events.models import Event, EventKind, Theme
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Site, Visit

LATELY = timedelta(days=90)
"""So far back, and so far ahead, visits tell where somebody is."""
NAMES = ("slug", "name_fi", "name_sv", "name_en")

type Choice = tuple[str, str]


class Choices(NamedTuple):
    """What there is to choose from, each by slug and named in the active language; ``near`` are one's own sites."""

    kinds: tuple[Choice, ...]
    sites: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    near: tuple[Choice, ...] = ()


def themes_for(reader: Person | None) -> QuerySet[Theme]:
    """Give the themes of which a reader sees an event; of others she does not hear."""
    seen = Event.objects.visible_to(reader).filter(theme=OuterRef("pk"))
    return Theme.objects.filter(Exists(seen))


def _sites_for(reader: Person | None) -> QuerySet[Site]:
    return Site.objects.visible_to(reader).order_by("position", "name_fi", "pk")


def _near(person: Any, places: Any, start: Any, end: Any) -> QuerySet[Site, Any]:
    then = {"person": person, "site": OuterRef("pk"), "cancelled_at": None}
    within = {"starts_at__gt": start, "starts_at__lt": end}
    visits, bookings = (model.objects.filter(**then, **within) for model in (Visit, Booking))
    near = Q(slug__in=places) | Q(Exists(visits)) | Q(Exists(bookings))
    return Site.objects.filter(near).order_by("pk").values_list("slug", flat=True)


_KINDS = Question(lambda: EventKind.objects.filter(retired_at=None).values_list(*NAMES))
_SITES = Question(lambda: _sites_for(None).values_list(*NAMES))
_THEMES = Question(lambda: themes_for(None).values_list(*NAMES))
_THESE = Question(lambda themes: Theme.objects.filter(pk__in=themes).values_list(*NAMES))
_NEAR = Question(_near)


def choices_for(reader: Person | None, at: datetime, themes: Iterable[int] | None = None) -> Choices:
    """Give what a reader has to choose from; three queries, one more for her own sites.

    ``themes`` are those of what she sees, where that is known already.

    Her own are those where she works, is invited to, or has announced a visit or a booking lately: what she told for
    other purposes is used for herself alone, and nothing of it is kept.
    """
    if reader is None:
        return Choices(_named(_KINDS()), _named(_SITES()), _named(_THEMES()))
    seen = _sites_for(reader)
    sites = _named(seen.values_list(*NAMES) if seen.query.where else _SITES())
    about = themes_for(reader).values_list(*NAMES) if themes is None else _THESE(themes=sorted(themes))
    near = set(_NEAR(person=reader.pk, places=_places(reader), start=at - LATELY, end=at + LATELY))
    return Choices(_named(_KINDS()), sites, _named(about), tuple(site for site in sites if site[0] in near))


def _places(person: Person) -> list[str]:
    return sorted({place for _kind, place in person.standing_roles if place} | {person.guest_place} - {""})


def _named(rows: Iterable[tuple[Any, ...]]) -> tuple[Choice, ...]:
    """Name each in the active language, or else in the first in which it has a name."""
    first = 1 + LANGUAGES.index((get_language() or "fi")[:2])
    return tuple((row[0], row[first] or next(filter(None, row[1:]))) for row in rows)
