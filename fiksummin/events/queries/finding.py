"""Finding events: the same wishes for the page, for calendars and for programs."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from fiksummin.events.models import Event
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.listing import with_free_places
from fiksummin.people.models import Person

MOST_WORDS = 8
"""More words than these narrow nothing down."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What somebody looks for; what is left empty does not matter. Moments: a half-open range."""

    words: str = ""
    kind: str = ""
    sites: tuple[str, ...] = ()
    theme: str = ""
    tag: str = ""
    language: str = ""
    mode: str = ""
    dimension: str = ""
    free: bool = False
    start: datetime | None = None
    end: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Say whether nothing is asked for."""
        return self == Finding()


def matching(rows: EventQuerySet, wanted: Finding, at: datetime) -> EventQuerySet:
    """Keep the events that somebody looks for; one that lost its site to a closure is at none.

    The range is the caller's matter: see ``within_range``.
    """
    if wanted.kind:
        rows = rows.filter(kind__slug=wanted.kind)
    if wanted.sites:
        rows = rows.filter(site__slug__in=wanted.sites, lost_to=None)
    if wanted.theme:
        rows = rows.filter(theme__slug=wanted.theme)
    if wanted.tag:
        rows = rows.filter(tags__word=wanted.tag)
    if wanted.mode and not wanted.free:
        rows = rows.filter(pools__mode=wanted.mode)
    if wanted.dimension:
        rows = _holding(rows, "dimensions", wanted.dimension)
    if wanted.language:
        rows = _held_in(rows, wanted.language)
    for word in folded(wanted.words).split()[:MOST_WORDS]:
        rows = rows.filter(wording__text__contains=word)
    return with_free_places(rows, at, wanted.mode) if wanted.free else rows


def known_to(reader: Person | None, wanted: Finding) -> EventQuerySet:
    """Give the events that a reader may see; those in which she may take part, where she looks for free places."""
    if wanted.free and reader is not None:
        return Event.objects.meant_for(reader)
    return Event.objects.visible_to(reader)


def within_range(rows: EventQuerySet, wanted: Finding, at: datetime) -> EventQuerySet:
    """Keep those within the range asked for; from now on, when it has no beginning."""
    rows = rows.filter(ends_at__gt=wanted.start or at)
    return rows.filter(starts_at__lt=wanted.end) if wanted.end else rows


def folded(text: str) -> str:
    """Give a text so that capitals, ligatures and white space make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words_of(event: Event) -> str:
    """Give all by which an event is found, folded (bring ``theme``, ``tags``, ``speakers`` and ``kind`` along)."""
    theme, kind = event.theme, event.kind
    said = [event.title, event.summary, event.text, event.place]
    for words in (event.titles, event.summaries, event.texts):
        said += words.values()
    said += [kind.name_fi, kind.name_sv, kind.name_en]
    said += [theme.name_fi, theme.name_sv, theme.name_en] if theme else []
    said += [tag.word for tag in event.tags.all()]
    for speaker in event.speakers.all():
        said += [speaker.name, speaker.organisation, speaker.topic] if speaker.consents else []
    return folded("\n".join(said))


def _held_in(rows: EventQuerySet, language: str) -> EventQuerySet:
    """Keep those held in a language; where none is named, in the one in which they are written."""
    rows = rows.alias(held=Cast("spoken", TextField()))
    return rows.filter(Q(held__contains=f'"{language}"') | Q(spoken=[], language=language))


def _holding(rows: EventQuerySet, field: str, word: str) -> EventQuerySet:
    """Keep those in whose list a word of ours stands, on both engines."""
    return rows.alias(listed=Cast(field, TextField())).filter(listed__contains=f'"{word}"')
