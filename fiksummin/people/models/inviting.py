"""Somebody is invited to take part in something, by an address that is kept nowhere."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from fiksummin.core.db.limits import Settled
from fiksummin.core.time import now
from fiksummin.people.models.organisation import Organisation
from fiksummin.people.models.person import Person

_ANSWERS = ("accepted_at", "declined_at", "withdrawn_at")


class LetterInvitationQuerySet(models.QuerySet[Any]):
    """Questions about invitations by letter."""

    def waiting(self) -> Self:
        """Those that nobody has answered, and that were not withdrawn."""
        return self.filter(**dict.fromkeys(_ANSWERS))


class LetterInvitation(models.Model):
    """Whoever signs in with the address of its letter answers it, once; then it has her name. Who sent it may withdraw it.

    A room that invites inherits, and says what to. The address itself stands in no table.
    """

    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Whose the domain of the address is, if anybody's."""
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField(default=now)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ["invited_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None, declined_at=None)
                | Q(accepted_at=None, withdrawn_at=None)
                | Q(declined_at=None, withdrawn_at=None),
                name="%(app_label)s_invitation_one_answer",
            ),
            Settled(
                name="%(app_label)s_invitation_answered",
                fields=_ANSWERS,
                once="SELECT 1 WHERE coalesce(OLD.accepted_at, OLD.declined_at, OLD.withdrawn_at) IS NOT NULL",
            ),
        ]

    @property
    def is_waiting(self) -> bool:
        """Say whether nobody has answered it, and it was not withdrawn."""
        return not any(getattr(self, name) for name in _ANSWERS)
