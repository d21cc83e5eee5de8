"""A question that asks for ideas, and its phases."""

import secrets
from datetime import datetime

from django.db import models
from django.db.models import Q

from fiksummin.core.db.limits import Settled
from fiksummin.core.languages import Spoken
from fiksummin.core.time import now
from fiksummin.events.models import Event
from fiksummin.ideas.choices import Accent, Audience, PhaseKind, Weighing
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.models import Node

_AFTER = (PhaseKind.DECIDE, PhaseKind.CARRY_OUT)
_VOTES = "SELECT 1 FROM ideas_support AS vote JOIN ideas_idea AS idea ON idea.id = vote.idea_id WHERE idea.campaign_id = OLD.id"


def new_seed() -> str:
    """Give what lots are drawn with: nobody can guess it, and everybody can draw them again with it."""
    return secrets.token_hex(16)


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
        return self.filter(seen | Q(owner=person.pk))

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
    accent = models.CharField(max_length=10, choices=Accent, default=Accent.SEA)
    born_at = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="campaigns"
    )
    """The event at which it was launched, also one that somebody else holds."""
    seed = models.CharField(max_length=64, default=new_seed, editable=False)
    """What decides between ideas that are weighed alike; told with the result."""
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
            Settled(name="ideas_campaign_weighed", fields=("weighing", "approve_most", "seed"), once=_VOTES),
        ]

    def __str__(self) -> str:
        return self.title

    def phase_at(self, at: datetime) -> "Phase | None":
        """Give the phase that has begun last (prefetched ``phases`` are used); None before the first, and for a channel."""
        return next((phase for phase in reversed(self.phases.all()) if phase.starts_at <= at), None)

    def round_at(self, at: datetime) -> int:
        """Give the round in which ideas are weighed at a moment, 0 when they are not (prefetched ``phases`` are used).

        A channel is always weighed. Support is given from the first day until ideas are answered; approvals and
        grades in the phase for it, or where there is none, from the first day, too.
        """
        if self.is_channel:
            return 1
        phase, kinds = self.phase_at(at), {each.kind for each in self.phases.all()}
        if phase is None or phase.kind in _AFTER:
            return 0
        if phase.kind == PhaseKind.WEIGH_AGAIN:
            return 2
        from_first_day = self.weighing == Weighing.SUPPORT or PhaseKind.WEIGH not in kinds
        return int(from_first_day or phase.kind == PhaseKind.WEIGH)

    def weighing_is_over_at(self, at: datetime) -> bool:
        """Say whether the weighing is over: from then on everybody sees the result. A channel's never is."""
        phase = self.phase_at(at)
        return phase is not None and phase.kind in _AFTER

    @property
    def is_channel(self) -> bool:
        """Say whether it is always open (prefetched ``phases`` are used)."""
        return not self.phases.all()


class CampaignPictureQuerySet(models.QuerySet["CampaignPicture"]):
    """Questions about pictures."""

    def visible_to(self, person: Person | None) -> "CampaignPictureQuerySet":
        """Those of the campaigns that she sees."""
        return self.filter(campaign__in=Campaign.objects.visible_to(person).values("pk"))


class CampaignPicture(models.Model):
    """The picture of a campaign, never without words for those who do not see it."""

    campaign = models.OneToOneField(Campaign, on_delete=models.CASCADE, related_name="picture")
    file = models.ImageField(upload_to="campaigns/", width_field="width", height_field="height")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    alt_fi = models.CharField(max_length=200)
    alt_sv = models.CharField(max_length=200)
    alt_en = models.CharField(max_length=200, blank=True)

    alt = Spoken("alt")

    objects = CampaignPictureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(alt_fi="") & ~Q(alt_sv=""), name="ideas_picture_has_words")
        ]

    def __str__(self) -> str:
        return self.alt


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


class PhaseBegun(models.Model):
    """A phase of a campaign has begun, which is told once: its day may be set anew, the phase be made anew with it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="begun")
    kind = models.CharField(max_length=10, choices=PhaseKind)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["campaign", "kind"], name="ideas_phase_told_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.kind}"
