"""The words by which events are found are kept in step with what the events say."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from fiksummin.events.models import Event, Wording
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.finding import words_of

BEHIND = timedelta(days=400)
"""So far back words are looked over: who looks for older events looks by year."""


def keep_wording(*, event: int) -> None:
    """Write down the words of an event anew; doing it again changes nothing."""
    with transaction.atomic():
        for row in _read(Event.objects.filter(pk=event)):
            Wording.objects.update_or_create(event=row, defaults={"text": words_of(row)})


def look_over_wordings(*, at: datetime) -> int:
    """Mend the words of events whose theme, kind or speakers were named anew; says how many. Writes only what differs."""
    with transaction.atomic():
        rows = _read(Event.objects.filter(Q(wording=None) | Q(ends_at__gt=at - BEHIND))).select_related(
            "wording"
        )
        stale = [row for row in rows if _known(row) != words_of(row)]
        Wording.objects.bulk_create(
            [Wording(event=row, text=words_of(row)) for row in stale],
            update_conflicts=True, unique_fields=["event"], update_fields=["text"],
        )  # fmt: skip
    return len(stale)


def _read(rows: EventQuerySet) -> EventQuerySet:
    return rows.select_related("kind", "theme").prefetch_related("tags", "speakers")


def _known(event: Event) -> str | None:
    kept: Wording | None = getattr(event, "wording", None)
    return kept.text if kept else None
