"""Somebody is invited to the team of an experiment, by an address that is kept nowhere."""

from django.db import models
from django.db.models import Q

from fiksummin.core.db.limits import Settled
from fiksummin.core.time import now
from fiksummin.experiments.models.experiment import Experiment
from fiksummin.people.models import Organisation, Person


class TeamInvitationQuerySet(models.QuerySet["TeamInvitation"]):
    """Questions about invitations to a team."""

    def waiting(self) -> "TeamInvitationQuerySet":
        """Those without an answer, to experiments that have not ended."""
        return self.filter(accepted_at=None, declined_at=None, experiment__ended_at=None)


class TeamInvitation(models.Model):
    """An invitation to a team. Whoever signs in with the address of its letter answers it, once; then it has her name."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Whose the domain of the address is, if anybody's."""
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField(default=now)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    objects = TeamInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["invited_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(declined_at=None), name="experiments_invitation_one_answer"
            ),
            Settled(
                name="experiments_invitation_answered",
                fields=("accepted_at", "declined_at"),
                once="SELECT 1 WHERE coalesce(OLD.accepted_at, OLD.declined_at) IS NOT NULL",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk} to {self.experiment_id}"

    @property
    def is_waiting(self) -> bool:
        """Say whether nobody has answered it."""
        return not (self.accepted_at or self.declined_at)
