"""A question that asks for ideas, and its phases."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from fiksummin.core.languages import Spoken
from fiksummin.core.time import now
from fiksummin.ideas.choices import Audience, PhaseKind, Weighing
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.models import Node


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Questions about campaigns."""

    def visible_to(self, person: Person | None) -> "CampaignQuerySet":
        """Those whose audience she is of; the public ones for everybody."""
        seen = Q(audience=Audience.PUBLIC)
        if person is None:
            return self.filter(seen)
        if person.may(RoleKind.OWNER):
            return self.all()
        if not person.is_guest:
            seen |= Q(audience=Audience.MEMBERS)
            if person.organisation_id is not None:
                seen |= Q(audience=Audience.ORGANISATION, organisation=person.organisation_id)
        return self.filter(seen | Q(owner=person))

    def run_by(self, person: Person) -> "CampaignQuerySet":
        """Those that she may change, and whose ideas she may answer."""
        return self.all() if person.may(RoleKind.OWNER) else self.filter(owner=person)


class Campaign(models.Model):
    """A question, whose answers are promised within so many working days. A channel is always open: it has no phases."""

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=80, unique=True)
    title_fi = models.CharField(max_length=120)
    title_sv = models.CharField(max_length=120, blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    question_fi = models.CharField(max_length=300)
    question_sv = models.CharField(max_length=300, blank=True)
    question_en = models.CharField(max_length=300, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="campaigns")
    owner = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="campaigns")
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.MEMBERS)
    weighing = models.CharField(max_length=10, choices=Weighing, default=Weighing.SUPPORT)
    approve_most = models.PositiveSmallIntegerField(default=3)
    """How many ideas one may approve of, where a set number is approved of."""
    promise_days = models.PositiveSmallIntegerField(default=10)
    """Working days within which an idea is answered."""
    made_at = models.DateTimeField(default=now)

    title = Spoken("title")
    question = Spoken("question")
    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(promise_days__gte=1, promise_days__lte=60), name="ideas_campaign_promise"
            ),
            models.CheckConstraint(condition=Q(approve_most__gte=1), name="ideas_campaign_approves"),
        ]

    def __str__(self) -> str:
        return self.title

    def phase_at(self, at: datetime) -> "Phase | None":
        """Give the phase that has begun last (prefetched ``phases`` are used); None before the first, and for a channel."""
        return next((phase for phase in reversed(self.phases.all()) if phase.starts_at <= at), None)

    @property
    def is_channel(self) -> bool:
        """Say whether it is always open (prefetched ``phases`` are used)."""
        return not self.phases.all()


class Phase(models.Model):
    """What a campaign does from a moment on, until the next phase begins."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="phases")
    kind = models.CharField(max_length=10, choices=PhaseKind)
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "kind"], name="ideas_phase_once"),
            models.UniqueConstraint(fields=["campaign", "starts_at"], name="ideas_phase_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.kind}"
