"""The experiment baton: one holder at a time, a small experiment, an answer, and on to another agency."""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.chains import BornAs, OncePerChain
from fiksummin.core.db.limits import Never, Settled
from fiksummin.core.time import now
from fiksummin.experiments.choices import GivenTo, HoldState
from fiksummin.experiments.models.experiment import Experiment
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.models import Node

STANDING = Q(handed_at=None, passed_at=None, freed_at=None)
"""A turn that is not over."""
_OF_ITS_CHAIN = """
  NEW.split_from_id IS NULL OR EXISTS (
    SELECT 1 FROM experiments_hold AS turn JOIN experiments_baton AS source ON source.id = turn.baton_id
    WHERE turn.id = NEW.split_from_id AND COALESCE(source.first_id, source.id) = NEW.first_id
  )"""
"""A baton that branches off comes of a turn that stands already, in the chain that it goes on."""


class BatonQuerySet(models.QuerySet["Baton"]):
    """Questions about batons."""

    def visible_to(self, _person: Person | None) -> "BatonQuerySet":
        """All, for everybody: where a baton goes is no secret; by whose name it went only members read."""
        return self.all()


class Baton(models.Model):
    """A challenge that goes from hand to hand: try something that is new to you, and tell."""

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="baton")
    title = models.CharField(max_length=150)
    text = models.TextField(max_length=2000, blank=True)
    campaign = models.ForeignKey(
        Campaign, null=True, blank=True, on_delete=models.PROTECT, related_name="batons"
    )
    first = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="family")
    """The baton with which it began, when it branched off; None for that one itself."""
    split_from = models.ForeignKey(
        "Hold", null=True, blank=True, on_delete=models.PROTECT, related_name="branches"
    )
    """The turn whose holder handed it to more than one."""
    hold_days = models.PositiveSmallIntegerField(default=14)
    launched_at = models.DateTimeField(default=now)
    launched_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = BatonQuerySet.as_manager()

    class Meta:
        ordering = ["-launched_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hold_days__gte=1, hold_days__lte=90), name="experiments_hold_days"
            ),
            models.CheckConstraint(
                condition=Q(first=None, split_from=None)
                | Q(first__isnull=False, split_from__isnull=False, first__lt=F("id")),
                name="experiments_baton_branches_forward",
            ),
            BornAs(
                name="experiments_baton_of_its_chain", fields=("first", "split_from"), unless=_OF_ITS_CHAIN
            ),
        ]

    def __str__(self) -> str:
        return self.title


_TURN = ("given_to", "given_at", "accepted_at", "experiment", "handed_at", "passed_at", "freed_at")
_OVER = "SELECT 1 WHERE coalesce(OLD.handed_at, OLD.passed_at, OLD.freed_at) IS NOT NULL"
"""A turn that is over stays as it was: the chain is read by everybody."""


_UNTOLD = (
    "SELECT 1 WHERE NEW.handed_at IS NOT NULL AND NOT EXISTS ("
    "SELECT 1 FROM experiments_experiment AS tried WHERE tried.id = NEW.experiment_id AND tried.ended_at IS NOT NULL)"
)
"""A baton is handed on when it was told whether the experiment of the turn works."""


class HoldQuerySet(models.QuerySet["Hold"]):
    """Questions about turns."""

    def visible_to(self, person: Person) -> "HoldQuerySet":
        """One's own."""
        return self.filter(person=person)

    def standing(self) -> "HoldQuerySet":
        """Those that are not over."""
        return self.filter(STANDING)


class Hold(models.Model):
    """One turn of a baton; its number grows by one from hand to hand, so that it never comes back the same way."""

    baton = models.ForeignKey(Baton, on_delete=models.PROTECT, related_name="holds")
    number = models.PositiveIntegerField()
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    """Who holds it, or is offered it; None until somebody takes what an organisation or an address was offered."""
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="baton_turns"
    )
    given_to = models.CharField(max_length=10, choices=GivenTo, default=GivenTo.PERSON)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    is_named = models.BooleanField(default=True)
    """Whether members read who holds it, and not her organisation alone."""
    given_at = models.DateTimeField(default=now)
    due_on = models.DateField()
    accepted_at = models.DateTimeField(null=True)
    experiment = models.OneToOneField(
        Experiment, null=True, blank=True, on_delete=models.PROTECT, related_name="hold"
    )
    handed_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)
    freed_at = models.DateTimeField(null=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["baton", "number"], name="experiments_hold_in_turn"),
            OncePerChain(name="experiments_hold_once_in_chain", whose="person", via="baton", first="first"),
            BornAs(name="experiments_hold_of_its_baton", fields=("baton", "number")),
            models.CheckConstraint(
                condition=Q(person=None) | Q(given_by=None) | ~Q(person=F("given_by")),
                name="experiments_hold_by_somebody_else",
            ),
            models.UniqueConstraint(fields=["baton"], condition=STANDING, name="experiments_one_holder"),
            models.CheckConstraint(
                condition=Q(handed_at=None) | Q(accepted_at__isnull=False, experiment__isnull=False),
                name="experiments_handed_after_trying",
            ),
            models.CheckConstraint(
                condition=~Q(given_to=GivenTo.UNIT) | Q(organisation__isnull=False),
                name="experiments_hold_of_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(accepted_at__gte=F("given_at")),
                name="experiments_hold_order",
            ),
            models.CheckConstraint(
                condition=Q(handed_at=None, passed_at=None)
                | Q(handed_at=None, freed_at=None)
                | Q(passed_at=None, freed_at=None),
                name="experiments_turn_ends_once",
            ),
            Settled(name="experiments_turn_over", fields=_TURN, once=_OVER),
            Settled(
                name="experiments_turn_taken",
                fields=("accepted_at",),
                once="SELECT 1 WHERE OLD.accepted_at IS NOT NULL",
            ),
            Never(name="experiments_handed_after_its_answer", fields=("handed_at",), found=_UNTOLD),
        ]

    def __str__(self) -> str:
        return f"{self.baton_id}: {self.number}"

    @property
    def is_open(self) -> bool:
        """Say whether it was offered to an organisation or an address, and nobody has taken it."""
        is_over = bool(self.handed_at or self.passed_at or self.freed_at)
        return (
            self.given_to != GivenTo.PERSON and self.person_id is None and not (self.accepted_at or is_over)
        )

    @property
    def state(self) -> HoldState:
        """Where the turn stands."""
        if self.freed_at:
            return HoldState.FREED
        if self.passed_at:
            return HoldState.PASSED
        if self.handed_at:
            return HoldState.HANDED
        return HoldState.HELD if self.accepted_at else HoldState.OFFERED
