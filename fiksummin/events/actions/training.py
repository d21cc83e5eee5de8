"""Somebody notes herself that she took part in a training, also in one that others held."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.facts import TrainingNoted
from fiksummin.events.models import Event, TrainingNote
from fiksummin.people.models import Person


def note_training(*, by: Person, event: Event, at: datetime | None = None) -> None:
    """Note that she took part; noting it again changes nothing. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_note_training(event, at))
        _note, is_new = TrainingNote.objects.get_or_create(
            event=event, person=by, defaults={"organisation": by.organisation, "noted_at": at}
        )
        if is_new:
            announce(TrainingNoted(by=by.pk, event=event.pk))


def take_back_training(*, by: Person, event: Event) -> None:
    """Take her note back; doing it again changes nothing."""
    with transaction.atomic():
        TrainingNote.objects.filter(event=event, person=by).delete()
