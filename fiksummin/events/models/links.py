"""Links by mail: a guest confirms her address, is invited, or a colleague takes over a place.

Of the secret in a link only its hash is kept. Letters of later days carry the
same link, so the secret is derived anew from a nonce and the key of the
service (``queries.secret_of``): whoever reads the table cannot make it.
"""

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now
from fiksummin.events.choices import LinkKind, Mode
from fiksummin.events.models.event import Event
from fiksummin.events.models.places import Registration
from fiksummin.people.models import Person


class Link(models.Model):
    """A letter with a secret link, about one event. ``due_at``: until when it can be used."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=LinkKind.choices)
    email = models.EmailField(max_length=254)
    """In small letters."""
    name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=2)
    nonce = models.CharField(max_length=64, unique=True)
    secret = models.CharField(max_length=64, unique=True)
    """Hash of the secret in the link."""
    mode = models.CharField(max_length=10, choices=Mode.choices, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    companions = models.JSONField(default=list, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    """What a guest wants, until she has confirmed her address; emptied then."""
    asks_first = models.BooleanField(null=True)
    is_shown = models.BooleanField(default=False)
    registration = models.ForeignKey(Registration, null=True, on_delete=models.CASCADE, related_name="links")
    """What became of it, or the place that is handed over."""
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    due_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=LinkKind.HANDED) | Q(registration__isnull=False),
                name="events_link_handed_what",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(registration__isnull=False), name="events_link_used_for"
            ),
        ]
        indexes = [models.Index(fields=["event", "email"], name="events_link_whose")]

    def __str__(self) -> str:
        return f"link {self.pk}"


class Reminder(models.Model):
    """That those who have a place were reminded of an event at a time; moved, it is another one."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=10)
    starts_at = models.DateTimeField()
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "kind", "starts_at"], name="events_reminder_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} before {self.event_id}"
