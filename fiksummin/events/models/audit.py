"""What was decided by hand about the places of an event: it stays when names are taken off its registrations."""

from django.db import models
from django.db.models import Q

from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.events.choices import Audited, Mode
from fiksummin.events.models.event import Event
from fiksummin.people.models import Person


class AuditLine(models.Model):
    """One act. A registration is named by its number alone, and ``by`` only who acted for the organisers."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="audit")
    what = models.CharField(max_length=10, choices=Audited.choices)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    registration = models.BigIntegerField(null=True)
    mode = models.CharField(max_length=10, choices=Mode.choices, blank=True)
    before = models.PositiveIntegerField(null=True)
    after = models.PositiveIntegerField(null=True)
    """How many places there were and are, where their number was changed."""
    reason = models.TextField(null=True, max_length=1000)
    """Why; "" where none is asked."""

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            AppendOnly(name="events_audit_kept", forgets=("by", "reason")),
            models.CheckConstraint(
                condition=~Q(what=Audited.PRIORITY) | Q(reason=None) | Q(reason__gt=""),
                name="events_audit_why",
            ),
            models.CheckConstraint(
                condition=Q(
                    what=Audited.CAPACITY, registration=None, before__isnull=False, after__isnull=False
                )
                | Q(~Q(what=Audited.CAPACITY), before=None, after=None),
                name="events_audit_of_what",
            ),
        ]
        indexes = [models.Index(fields=["registration"], name="events_audit_registration")]

    def __str__(self) -> str:
        return f"{self.what} at {self.event_id}"
