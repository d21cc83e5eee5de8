"""Why an event is at another time or place than it was."""

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now
from fiksummin.events.models.event import Event

LONGEST_REASON = 1000


class ChangeReason(models.Model):
    """Why the time or place of an event was changed, in its organiser's words; ``sequence`` is that of the event then."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="change_reasons")
    sequence = models.PositiveIntegerField()
    words = models.TextField(max_length=LONGEST_REASON)
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["event", "sequence"], name="events_changereason_once"),
            models.CheckConstraint(condition=~Q(words=""), name="events_changereason_said"),
        ]

    def __str__(self) -> str:
        return f"why event {self.event_id} was changed"
