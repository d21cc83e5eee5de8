"""The words by which an event is found."""

from django.db import models

from fiksummin.events.models.event import Event


class Wording(models.Model):
    """All that an event says about itself, folded, so that both engines find it alike.

    Kept by ``actions.keep_wording`` when the event is planned or changed; in a row of its own, so that lists
    of events need not read it. No speaker stands in it who has not consented.
    """

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.CASCADE, related_name="wording")
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"words of {self.event_id}"
