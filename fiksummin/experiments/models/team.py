"""Somebody is invited to the team of an experiment, by an address that is kept nowhere."""

from typing import Self

from django.db import models

from fiksummin.experiments.models.experiment import Experiment
from fiksummin.people.models import LetterInvitation, LetterInvitationQuerySet


class TeamInvitationQuerySet(LetterInvitationQuerySet):
    """Questions about invitations to a team."""

    def waiting(self) -> Self:
        """Those without an answer, to experiments that have not ended."""
        return super().waiting().filter(experiment__ended_at=None)


class TeamInvitation(LetterInvitation):
    """An invitation to a team."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="invitations")

    objects = TeamInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"invitation {self.pk} to {self.experiment_id}"
