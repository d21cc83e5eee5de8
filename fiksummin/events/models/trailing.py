"""Events, takeaways and outcomes on the trail: there as soon as something came of them."""

from django.db import models

from fiksummin.events.models.after import Outcome, Takeaway
from fiksummin.events.models.event import Event
from fiksummin.trail.models import Node


class EventOnTrail(models.Model):
    """An event of which something came; its number is the event's."""

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.CASCADE, related_name="on_trail")
    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="event")

    def __str__(self) -> str:
        return f"event {self.pk}"


class TakeawayOnTrail(models.Model):
    """A takeaway of which something came; its number is the takeaway's. It goes with the takeaway."""

    takeaway = models.OneToOneField(
        Takeaway, primary_key=True, on_delete=models.CASCADE, related_name="on_trail"
    )
    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="takeaway")

    def __str__(self) -> str:
        return f"takeaway {self.pk}"


class OutcomeOnTrail(models.Model):
    """A decision, a next step or an open question on the trail; its number is the outcome's. It goes with the outcome."""

    outcome = models.OneToOneField(
        Outcome, primary_key=True, on_delete=models.CASCADE, related_name="on_trail"
    )
    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="result")

    def __str__(self) -> str:
        return f"outcome {self.pk}"
