"""An idea: its words, where it stands, how it got there, and what was joined to it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.core.db.circles import NoCircle
from fiksummin.core.db.history import AppendOnly, Steps
from fiksummin.core.db.limits import AtLeastOne, Never
from fiksummin.core.time import now
from fiksummin.events.models import Event
from fiksummin.ideas.choices import (
    ALONE,
    ANSWERS,
    JOINABLE_STATES,
    OPEN_STATES,
    STEPS,
    IdeaState,
    Perspective,
    PhaseKind,
)
from fiksummin.ideas.models.campaign import Campaign
from fiksummin.people.choices import Language
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.models import Node

LONGEST_TITLE = 150
LONGEST_TEXT = 10_000
LONGEST_REASON = 3000
LONGEST_WORDS = 500
SHORTEST_REASON = 40
_PROMISES = tuple(state for state in OPEN_STATES if state not in ANSWERS)
"""States without an answer: no reason is owed for them."""
_REASONED = Q(state__in=_PROMISES) | Q(GreaterThanOrEqual(Length(Trim("reason")), SHORTEST_REASON))
_ALONE = ", ".join(f"'{state}'" for state in ALONE)
_COPIED = (
    "SELECT 1 FROM ideas_ideastep AS step"  # noqa: S608 -- our own states
    " JOIN ideas_idea AS other ON other.id = step.idea_id JOIN ideas_idea AS own ON own.id = NEW.idea_id"
    f" WHERE NEW.reason <> '' AND NEW.state IN ({_ALONE}) AND step.state IN ({_ALONE})"
    " AND length(trim(step.reason)) = length(trim(NEW.reason)) AND lower(trim(step.reason)) = lower(trim(NEW.reason))"
    " AND other.campaign_id = own.campaign_id AND other.id <> own.id"
)
"""Another idea of the campaign got the very same reason."""

_MERGED_INTO_NONE = (
    f"SELECT 1 WHERE NEW.state = '{IdeaState.MERGED}' AND NOT EXISTS (SELECT 1 FROM ideas_merge AS merge_"  # noqa: S608 -- our own state
    " WHERE merge_.idea_id = NEW.id AND merge_.agreed_at IS NOT NULL AND merge_.undone_at IS NULL)"
)


class IdeaQuerySet(models.QuerySet["Idea"]):
    """Questions about ideas."""

    def visible_to(self, person: Person | None) -> "IdeaQuerySet":
        """Those of the campaigns that she may see, and her own."""
        seen = Q(campaign__in=Campaign.objects.visible_to(person).values("pk"))
        if person is not None:
            seen |= Q(pk__in=Author.objects.filter(person=person.pk).values("idea"))
        return self.filter(seen)

    def answered_by(self, person: Person) -> "IdeaQuerySet":
        """Those that she may answer: those that are hers to see to, and all of the campaigns that she runs."""
        return self.filter(
            Q(node__owner=person) | Q(campaign__in=Campaign.objects.run_by(person).values("pk"))
        )

    def standing(self) -> "IdeaQuerySet":
        """Those that stand for themselves: neither joined to another nor withdrawn."""
        return self.exclude(state__in=(IdeaState.MERGED, IdeaState.WITHDRAWN))


class Idea(models.Model):
    """What somebody would do otherwise, and why. Who answers for it, and by when, stands on the trail."""

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="idea")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="ideas")
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.TextField(max_length=LONGEST_TEXT)
    language = models.CharField(max_length=2, choices=Language)
    perspective = models.CharField(max_length=20, choices=Perspective)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="ideas"
    )
    """Where whoever proposed it worked."""
    born_at = models.ForeignKey(Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideas")
    state = models.CharField(max_length=12, choices=IdeaState, default=IdeaState.OPEN)
    reason = models.TextField(max_length=LONGEST_REASON, blank=True)
    """What in the idea decided it."""
    made_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(null=True)
    came_in = models.CharField(max_length=10, choices=PhaseKind, blank=True)
    """The phase in which it came when ideas were not collected any more: a late one."""
    answered_at = models.DateTimeField(null=True)
    """When it got its first answer with a reason."""

    objects = IdeaQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=_REASONED, name="ideas_closed_with_reason"),
            Steps(name="ideas_steps", field="state", allowed=STEPS, first=(IdeaState.OPEN,)),
            Never(name="ideas_merged_into_another", fields=("state",), found=_MERGED_INTO_NONE),
        ]
        indexes = [
            models.Index(fields=["campaign", "state"], name="ideas_board"),
            models.Index(fields=["campaign", "-made_at", "-id"], name="ideas_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Say whether somebody answers for its next step."""
        return self.state in OPEN_STATES

    @property
    def is_over(self) -> bool:
        """Say whether it is closed for itself: votes for one that was joined to another count there, and go on."""
        return not self.is_open and self.state != IdeaState.MERGED

    @property
    def is_joinable(self) -> bool:
        """Say whether it may be joined to another: it is open and has no answer that stands."""
        return self.state in JOINABLE_STATES


class Author(models.Model):
    """Somebody wrote an idea; several may have. The last of them who is known cannot go."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="ideas_author_once"),
            AtLeastOne(name="ideas_author_left", of="idea", marked="person", forgets=True),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.idea_id}"


class IdeaStep(models.Model):
    """One step of an idea, with all that was said of it then. Never changed and never removed."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=12, choices=IdeaState)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(max_length=LONGEST_REASON, blank=True)
    next_step = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)
    owner = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    """Who was to answer for what was promised then."""
    is_entrusting = models.BooleanField(default=False)
    """Whether somebody else answers for the idea from then on, and nothing more: it is no answer, and has no reason."""
    node = models.OneToOneField(Node, null=True, on_delete=models.PROTECT, related_name="decision")
    """The decision on the trail, where the step is one."""

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=_REASONED | Q(is_entrusting=True, state__in=OPEN_STATES),
                name="ideas_step_closed_with_reason",
            ),
            AppendOnly(name="ideas_step_kept", forgets=("by", "owner")),
            Never(
                name="ideas_step_own_reason",
                fields=("reason", "state", "idea"),
                found=_COPIED,
                alike="lower(trim(NEW.reason))",
            ),
        ]
        indexes = [models.Index(Length(Trim("reason")), name="ideas_step_reason_length")]

    def __str__(self) -> str:
        return f"{self.idea_id}: {self.state}"


class Merge(models.Model):
    """An idea is joined to another: asked of its authors, then standing, and perhaps undone."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="took_in")
    asked_at = models.DateTimeField(default=now)
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(max_length=LONGEST_REASON)
    agreed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    """When it ceased to stand: it was refused, or undone later."""
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)
    """What the authors said to it."""

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(idea=F("into")), name="ideas_merge_of_two"),
            models.CheckConstraint(
                condition=Q(agreed_at=None) | Q(refused_at=None), name="ideas_merge_one_answer"
            ),
            models.CheckConstraint(
                condition=Q(refused_at=None) | Q(undone_at__isnull=False), name="ideas_merge_refused_is_none"
            ),
            models.UniqueConstraint(fields=["idea"], condition=Q(undone_at=None), name="ideas_merge_once"),
            NoCircle(name="ideas_merge_forward", source="idea", target="into", unless="undone_at"),
        ]

    def __str__(self) -> str:
        return f"{self.idea_id} → {self.into_id}"
