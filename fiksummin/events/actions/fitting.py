"""Who waits for places that an event has no more hears so, and is not left in a line that never moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from fiksummin.core.facts import announce
from fiksummin.events import queries
from fiksummin.events.actions.auditing import note
from fiksummin.events.actions.order import locked
from fiksummin.events.actions.queue import end_registration
from fiksummin.events.choices import Audited, RegistrationEnd
from fiksummin.events.facts import GroupOutgrown
from fiksummin.events.models import Event, Registration
from fiksummin.people.models import Person


@contextmanager
def telling_outgrown(*, by: Person, event: Event) -> Iterator[None]:
    """Announce each group that waits and becomes larger than what an event that is ``locked`` has for it; once, not at each change."""
    before = set(queries.too_large(event).values_list("pk", flat=True))
    yield
    for row in queries.too_large(locked(event)).exclude(pk__in=before).order_by("pk"):
        row.sequence += 1
        row.save(update_fields=["sequence"])
        announce(GroupOutgrown(by=by.pk, registration=row.pk, sequence=row.sequence))


def send_elsewhere(*, by: Person, event: Event, at: datetime) -> None:
    """End the turns of all who wait: the event has no places any more, for one registers with somebody else."""
    for row in Registration.objects.standing().filter(event=event).order_by("pk"):
        row.event = event
        end_registration(by=by, registration=row, end=RegistrationEnd.REMOVED, at=at)
        note(what=Audited.REMOVED, registration=row, by=by, at=at)
