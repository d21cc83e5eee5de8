"""What organisers write to those who registered."""

from django.db import models

from fiksummin.core.time import now
from fiksummin.events.choices import Reached
from fiksummin.events.models.event import Event
from fiksummin.events.models.places import Registration
from fiksummin.people.models import Person

LONGEST_SUBJECT = 120
LONGEST_MESSAGE = 5000


class Message(models.Model):
    """A letter of the organisers. ``registrations``: to whom it went, as it was shown before it was sent."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="letters")
    whom = models.CharField(max_length=10, choices=Reached.choices)
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    text = models.TextField(max_length=LONGEST_MESSAGE)
    registrations = models.ManyToManyField(Registration, related_name="+")
    reach = models.PositiveIntegerField()
    """How many it went to; stays when they are forgotten."""
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"message {self.pk}"
