"""The presses at a door: who was received when, and what was taken back.

A phone without a connection keeps its presses and brings them later, each with
its own moment and key. What a registration says of arrivals is counted anew
from all its presses in the order of their moments, so that it does not matter
in which order they come in, nor how often.
"""

from django.db import models

from fiksummin.core.time import now
from fiksummin.events.choices import PressKind
from fiksummin.events.models.event import Event
from fiksummin.events.models.places import Registration
from fiksummin.people.models import Person

LONGEST_KEY = 64


class Press(models.Model):
    """One press at a door. ``seats``: whom of a registration it is about, 0 for whoever registered."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="presses")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="presses")
    kind = models.CharField(max_length=10, choices=PressKind.choices)
    seats = models.JSONField(default=list)
    key = models.CharField(max_length=LONGEST_KEY)
    """Made by whoever pressed: the same press brought twice is one."""
    pressed_at = models.DateTimeField()
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["pressed_at", "kind", "key"]
        constraints = [models.UniqueConstraint(fields=["event", "key"], name="events_press_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.registration_id}"
