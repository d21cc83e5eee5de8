"""Trainings that somebody notes to have taken part in, also those of other bodies."""

from django.db import models

from fiksummin.core.time import now
from fiksummin.events.models.event import Event
from fiksummin.people.models import Organisation, Person


class TrainingNote(models.Model):
    """Somebody's own note that she took part in a training; without her, that one of her organisation did."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="training_notes")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="training_notes")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    """Hers when she noted it."""
    noted_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="events_training_note_once")]

    def __str__(self) -> str:
        return f"training {self.event_id} noted"
