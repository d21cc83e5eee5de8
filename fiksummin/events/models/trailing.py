"""Events, takeaways and outcomes on the trail as soon as something came of them; themes of seasons that ideas asked for."""

from django.db import models

from fiksummin.events.models.after import Outcome, Takeaway
from fiksummin.events.models.event import Event
from fiksummin.events.models.gathering import PlannedTheme
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


class PlannedOnTrail(models.Model):
    """A theme of a season that ideas asked for; its number is the planned theme's. It goes with the theme.

    Each idea that asked for it is a link of the trail from the idea to here, kept once by the trail.
    """

    planned = models.OneToOneField(
        PlannedTheme, primary_key=True, on_delete=models.CASCADE, related_name="on_trail"
    )
    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="planned_theme")

    def __str__(self) -> str:
        return f"planned theme {self.pk}"
