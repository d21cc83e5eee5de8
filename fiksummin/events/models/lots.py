"""How lots were drawn, as it was then: what becomes of a registration later changes nothing of it."""

from django.db import models

from fiksummin.core.db.history import AppendOnly
from fiksummin.events.models.event import Event


class Draw(models.Model):
    """The draw of an event, by the numbers of registrations; nobody is named."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="draw")
    free = models.JSONField(default=dict)
    """Mode → how many places were free."""
    has_quotas = models.BooleanField(default=False)
    """Whether quotas held somebody back, whom the lots alone would have given a place."""
    lots = models.JSONField(default=list)
    """[number, mode, people, has priority, was given a place], the smallest lot first."""

    class Meta:
        constraints = [AppendOnly(name="events_draw_kept")]

    def __str__(self) -> str:
        return f"draw of {self.event_id}"
