"""An experiment: what, why, what is expected, how one will know, until when; and in the end its lesson."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast, Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.core.attachments import Attached, whole
from fiksummin.core.db.history import AppendOnly
from fiksummin.core.db.limits import Settled
from fiksummin.core.time import now
from fiksummin.experiments.choices import ExperimentState, GivenTo, Repeats, Works
from fiksummin.ideas.choices import Perspective
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.models import Node

LONGEST_TITLE = 150
LONGEST_WORDS = 2000
SHORTEST_LESSON = 20
MOST_EUROS = 100_000
WORDS = ("title", "why", "expectation", "measure", "place", "perspectives")
"""The fields of ``Worded``."""
_TOLD = (*WORDS, "euros", "starts_on", "ends_on", "ended_at", "works", "result", "lesson", "decision")
"""What an experiment says, once it has ended: others have read it and tried the same."""
_NOT_KEPT = (
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM experiments_wording AS kept"  # noqa: S608 -- our own columns
    " JOIN experiments_note AS note ON note.id = kept.note_id WHERE note.experiment_id = OLD.id AND "
    + " AND ".join(f"kept.{name} = OLD.{name}" for name in WORDS)
    + ")"
)
"""The words of an experiment as they stand are not kept in its log."""


class ExperimentQuerySet(models.QuerySet["Experiment"]):
    """Questions about experiments."""

    def visible_to(self, person: Person | None) -> "ExperimentQuerySet":
        """All for members: a failure that others can read is a lesson. Guests see those in which they take part."""
        if person is None:
            return self.none()
        if not person.is_guest:
            return self.all()
        return self.filter(team__person=person.pk)

    def run_by(self, person: Person) -> "ExperimentQuerySet":
        """Those of whose team she is."""
        return self.filter(pk__in=TeamMember.objects.filter(person=person).values("experiment"))

    def of_perspective(self, name: str) -> "ExperimentQuerySet":
        """Those that are tried out from a perspective."""
        return self.alias(named=Cast("perspectives", models.TextField())).filter(named__contains=f'"{name}"')

    def standing(self, state: str, day: date) -> "ExperimentQuerySet":
        """Those in a state on a day, as ``Experiment.state`` says of each."""
        under_way = self.filter(ended_at=None, starts_on__lte=day)
        match state:
            case ExperimentState.ENDED:
                return self.exclude(ended_at=None)
            case ExperimentState.AHEAD:
                return self.filter(ended_at=None, starts_on__gt=day)
            case ExperimentState.OVERDUE:
                return under_way.filter(ends_on__lt=day)
            case _:
                return under_way.filter(ends_on__gte=day)


class Worded(models.Model):
    """What an experiment says of itself while it goes on."""

    title = models.CharField(max_length=LONGEST_TITLE)
    why = models.TextField(max_length=LONGEST_WORDS)
    expectation = models.TextField(max_length=LONGEST_WORDS)
    measure = models.TextField(max_length=LONGEST_WORDS)
    """How one will know."""
    place = models.CharField(max_length=200)
    perspectives: Any = models.JSONField(default=list)

    class Meta:
        abstract = True

    @property
    def perspective_words(self) -> list[str]:
        """Its perspectives, in words."""
        return [str(Perspective(value).label) for value in self.perspectives]


class Experiment(Worded):
    """Something is tried out until a day. Who answers for its end stands on the trail."""

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="experiment")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="experiments"
    )
    euros = models.PositiveIntegerField(default=0)
    idea = models.ForeignKey(
        Idea, null=True, blank=True, on_delete=models.PROTECT, related_name="experiments"
    )
    repeats = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="repeated"
    )
    repeats_how = models.CharField(max_length=10, choices=Repeats, blank=True)
    first = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="family")
    """The experiment with which a row of repetitions began; None for that one itself."""
    starts_on = models.DateField()
    ends_on = models.DateField()
    made_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    works = models.CharField(max_length=10, choices=Works, blank=True)
    result = models.TextField(max_length=LONGEST_WORDS, blank=True)
    lesson = models.TextField(max_length=LONGEST_WORDS, blank=True)
    decision = models.TextField(max_length=LONGEST_WORDS, blank=True)

    objects = ExperimentQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="experiments_days"),
            models.CheckConstraint(
                condition=Q(ended_at=None)
                | Q(Q(works__gt=""), GreaterThanOrEqual(Length(Trim("lesson")), SHORTEST_LESSON)),
                name="experiments_ended_with_lesson",
            ),
            models.CheckConstraint(
                condition=Q(repeats=None, repeats_how="", first=None)
                | Q(repeats__isnull=False, repeats_how__gt="", first__isnull=False, repeats__lt=F("id")),
                name="experiments_repeats_an_earlier_one",
            ),
            models.CheckConstraint(condition=Q(euros__lte=MOST_EUROS), name="experiments_small_money"),
            Settled(
                name="experiments_ended_for_good",
                fields=_TOLD,
                once="SELECT 1 WHERE OLD.ended_at IS NOT NULL",
            ),
            Settled(name="experiments_words_kept", fields=WORDS, once=_NOT_KEPT),
        ]

    def __str__(self) -> str:
        return self.title

    def state(self, day: date) -> ExperimentState:
        """Where it stands on a day."""
        if self.ended_at:
            return ExperimentState.ENDED
        if day < self.starts_on:
            return ExperimentState.AHEAD
        return ExperimentState.OVERDUE if day > self.ends_on else ExperimentState.ON


class TeamMember(models.Model):
    """Somebody carries an experiment out; the team may be of several organisations."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["experiment", "person"], name="experiments_member_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.experiment_id}"


class Note(models.Model):
    """A line of the log."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="notes")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=LONGEST_WORDS)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(text__gt=""), name="experiments_note_says_something"),
            AppendOnly(name="experiments_note_kept", forgets=("person",)),
        ]

    def __str__(self) -> str:
        return f"note {self.pk}"


class Wording(Worded):
    """What an experiment said until a line of its log, which tells that its words were changed."""

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="before")

    class Meta:
        constraints = [AppendOnly(name="experiments_wording_kept")]

    def __str__(self) -> str:
        return self.title


class Attachment(Attached):
    """A picture, a recording, a film or a document of a line of the log."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="attachments")

    class Meta:
        ordering = ["id"]
        constraints = whole("experiments_attachment")


class Reception(models.Model):
    """Who is to receive the lesson of an experiment, and what she did with it: she answers by a day.

    It may have been left to an organisation or sent to an address; whoever takes it up then answers.
    """

    experiment = models.OneToOneField(Experiment, on_delete=models.CASCADE, related_name="reception")
    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="reception")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    given_to = models.CharField(max_length=10, choices=GivenTo, default=GivenTo.PERSON)
    taken_at = models.DateTimeField(null=True)
    left_anew = models.PositiveSmallIntegerField(default=0)
    """How often it was left to somebody else since: each letter has a link of its own."""
    answer = models.TextField(max_length=LONGEST_WORDS, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(given_to=GivenTo.UNIT) | Q(organisation__isnull=False),
                name="experiments_lesson_of_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(answer__gt=""), name="experiments_reception_answered"
            ),
            Settled(
                name="experiments_reception_said",
                fields=("answer", "answered_at", "taken_at", "given_to"),
                once="SELECT 1 WHERE OLD.answered_at IS NOT NULL",
            ),
        ]

    def __str__(self) -> str:
        return f"lesson of {self.experiment_id}"

    @property
    def is_open(self) -> bool:
        """Say whether it was left to an organisation or sent to an address, and nobody has taken it up."""
        return self.given_to != GivenTo.PERSON and not (self.taken_at or self.answered_at)
