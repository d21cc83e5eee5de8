"""Agencies invite the lab to come; people propose and choose whom to visit next."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from fiksummin.core.time import now
from fiksummin.events.choices import InvitationState
from fiksummin.events.models.event import Event
from fiksummin.events.models.gathering import Season
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation, Person


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def visible_to(self, person: Person) -> "InvitationQuerySet":
        """Those of her own organisation, and all for those who run the lab."""
        if person.may_somewhere(RoleKind.HOST):
            return self.all()
        own = Q(made_by=person)
        if person.organisation_id is not None and not person.is_guest:
            own |= Q(organisation=person.organisation_id)
        return self.filter(own)

    def unsettled(self) -> "InvitationQuerySet":
        """Those without an answer, and those that were accepted and have no day."""
        return self.filter(declined_at=None, withdrawn_at=None, event=None)

    def late(self, day: date) -> "InvitationQuerySet":
        """Those that should have been answered, or had their day set, before a day."""
        return self.unsettled().filter(answer_due_on__lt=day)


class Invitation(models.Model):
    """An agency asks the lab to come. By a date it is declined with a reason, or accepted; by another, scheduled."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invitations")
    topic = models.CharField(max_length=200)
    audience = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=2000, blank=True)
    dates = models.CharField(max_length=300)
    """When it would suit, in words."""
    people = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answer_due_on = models.DateField()
    """By when it is answered; once it is accepted, by when its day is set."""
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(max_length=1000, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    climbed_at = models.DateTimeField(null=True)
    """When those who run the lab were told that it is late."""
    event = models.OneToOneField(Event, null=True, on_delete=models.SET_NULL, related_name="invitation")
    """The stop of the tour, once it is scheduled."""

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["answer_due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(declined_at=None), name="events_invitation_one_answer"
            ),
            models.CheckConstraint(
                condition=Q(declined_at=None) | Q(reason__gt=""), name="events_invitation_reason"
            ),
            models.CheckConstraint(
                condition=Q(event=None) | Q(accepted_at__isnull=False), name="events_invitation_scheduled"
            ),
        ]

    def __str__(self) -> str:
        return self.topic

    @property
    def is_open(self) -> bool:
        """Say whether it waits for an answer or for its day."""
        return self.state in {InvitationState.WAITING, InvitationState.ACCEPTED}

    @property
    def state(self) -> InvitationState:
        """Where it stands."""
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        if self.declined_at:
            return InvitationState.DECLINED
        if self.event_id is not None:
            return InvitationState.SCHEDULED
        return InvitationState.ACCEPTED if self.accepted_at else InvitationState.WAITING


class TargetQuerySet(models.QuerySet["Target"]):
    """Questions about whom to visit."""

    def standing(self) -> "TargetQuerySet":
        """Those that nobody took off."""
        return self.filter(removed_at=None)


class Target(models.Model):
    """Somewhere to visit next, proposed by somebody."""

    name = models.CharField(max_length=150)
    why = models.CharField(max_length=500, blank=True)
    season = models.ForeignKey(
        Season, null=True, blank=True, on_delete=models.SET_NULL, related_name="targets"
    )
    proposed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField(default=now)
    chosen_at = models.DateTimeField(null=True)
    chosen_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    """Why it was chosen, or taken off."""

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"), "season", condition=Q(removed_at=None), name="events_target_once"
            ),
            models.UniqueConstraint(
                Lower("name"),
                condition=Q(season=None, removed_at=None),
                name="events_target_once_without_season",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) | Q(chosen_at=None, reason__gt=""),
                name="events_target_removed_why",
            ),
            models.CheckConstraint(
                condition=Q(chosen_at=None) | Q(reason__gt=""), name="events_target_choice_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TargetVote(models.Model):
    """One person wants a target to be visited."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="target_votes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "person"], name="events_vote_once")]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.target_id}"
