"""What is done by hand about the places of an event is noted in its audit log, in the same transaction."""

from collections.abc import Mapping
from datetime import datetime

from fiksummin.events.choices import Audited
from fiksummin.events.models import AuditLine, Event, Registration
from fiksummin.people.models import Person


def note(
    *, what: Audited, registration: Registration, by: Person | None, at: datetime, reason: str = ""
) -> None:
    """Note what was done with a registration; ``by`` is None where somebody did it with her own."""
    AuditLine.objects.create(
        event_id=registration.event_id, what=what, at=at, by=by, registration=registration.pk,
        mode=registration.mode, reason=reason,
    )  # fmt: skip


def note_places(
    *, event: Event, before: Mapping[str, int], after: Mapping[str, int], by: Person, at: datetime
) -> None:
    """Note how many places a published event has by mode, where there were more or fewer."""
    if event.published_at is None:
        return
    AuditLine.objects.bulk_create(
        AuditLine(
            event=event, what=Audited.CAPACITY, at=at, by=by, mode=mode, before=before.get(mode, 0),
            after=after.get(mode, 0), reason="",
        )
        for mode in sorted({*before, *after})
        if before.get(mode, 0) != after.get(mode, 0)
    )  # fmt: skip


def forget_reasons(*, registrations: list[int]) -> None:
    """Take the reasons off that tell of somebody who is forgotten; that it was done stays."""
    AuditLine.objects.filter(registration__in=registrations).exclude(reason="").update(reason=None)
