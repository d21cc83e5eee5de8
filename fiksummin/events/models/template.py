"""Patterns from which events are planned."""

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now
from fiksummin.events.models.event import Event
from fiksummin.people.models import Person


class TemplateQuerySet(models.QuerySet["EventTemplate"]):
    """Questions about templates."""

    def visible_to(self, person: Person) -> "TemplateQuerySet":
        """Her own, those of events that she runs, and those for everybody who plans."""
        return self.filter(
            Q(made_by=person) | Q(is_for_all=True) | Q(event__in=Event.objects.run_by(person).values("pk"))
        )


class EventTemplate(models.Model):
    """An event by a name of its own, from which others are planned: its words, places, questions and programme."""

    name = models.CharField(max_length=120)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="templates")
    is_for_all = models.BooleanField(default=False)
    """Everybody who plans events sees it, and with it the words of the event."""
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
