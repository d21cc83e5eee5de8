"""What people took away from an event, and how it was."""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.time import now
from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models.event import Event
from fiksummin.events.models.places import Registration
from fiksummin.people.models import Person

LONGEST_TAKEAWAY = 2000
LONGEST_REASON = 500


class TakeawayQuerySet(models.QuerySet["Takeaway"]):
    """Questions about takeaways."""

    def shown(self) -> "TakeawayQuerySet":
        """Those that stand on a page that is out, as its organisers read them."""
        return self.filter(removed_at=None, event__digest__gathered_at__gte=F("changed_at"))

    def visible_to(self, person: Person | None) -> "TakeawayQuerySet":
        """Those on the pages she may read, her own, and all of the events that she runs."""
        read = self.shown().filter(event__in=Event.objects.visible_to(person).values("pk"))
        if person is None:
            return read
        run = self.filter(event__in=Event.objects.run_by(person).values("pk"))
        return self.filter(Q(pk__in=read.values("pk")) | Q(pk__in=run.values("pk")) | Q(person=person.pk))


class Takeaway(models.Model):
    """What one participant took away: words, a link, a picture with its words, or a short recording with its text.

    Others read it once the organisers have let it out, as it was then: words changed since
    wait until they let them out, too.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="takeaways")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="takeaways")
    registration = models.OneToOneField(
        Registration, null=True, on_delete=models.SET_NULL, related_name="takeaway"
    )
    """By which its writer sees to it, be it without an account."""
    text = models.TextField(max_length=LONGEST_TAKEAWAY, blank=True)
    link = models.URLField(max_length=500, blank=True)
    picture = models.ImageField(upload_to="takeaways/", blank=True)
    picture_words = models.CharField(max_length=300, blank=True)
    recording = models.FileField(upload_to="takeaways/", blank=True)
    recording_words = models.TextField(max_length=LONGEST_TAKEAWAY, blank=True)
    is_named = models.BooleanField(default=False)
    """Whether the page tells who wrote it."""
    made_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)
    """When an organiser took it from the page."""
    removed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    objects = TakeawayQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="events_takeaway_once"),
            models.CheckConstraint(
                condition=Q(removed_at=None) | Q(reason__gt=""), name="events_takeaway_removed_why"
            ),
            models.CheckConstraint(
                condition=Q(text__gt="") | Q(link__gt="") | Q(picture__gt="") | Q(recording__gt=""),
                name="events_takeaway_says_something",
            ),
            models.CheckConstraint(
                condition=Q(picture="") | Q(picture_words__gt=""), name="events_takeaway_picture_has_words"
            ),
            models.CheckConstraint(
                condition=Q(recording="") | Q(recording_words__gt=""),
                name="events_takeaway_recording_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"takeaway {self.pk}"

    @property
    def author(self) -> str:
        """Who wrote it, when she wants that to be told; "" otherwise, and when her name is forgotten."""
        if not self.is_named:
            return ""
        if self.person is not None:
            return str(self.person)
        return self.registration.guest_name if self.registration else ""


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    """Questions about what came of events."""

    def visible_to(self, person: Person | None) -> "OutcomeQuerySet":
        """Those on the pages she may read, the next steps that are hers, and all of the events that she runs."""
        seen = Event.objects.visible_to(person).filter(digest__isnull=False).values("pk")
        read = Q(event__in=seen)
        if person is not None:
            read |= Q(owner=person.pk) | Q(event__in=Event.objects.run_by(person).values("pk"))
        return self.filter(read)


class Outcome(models.Model):
    """Something that was decided, is to be done next, or stays open after an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=20, choices=OutcomeKind.choices)
    text = models.CharField(max_length=500)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=now)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(text__gt=""), name="events_outcome_says_something"),
            models.CheckConstraint(
                condition=~Q(kind=OutcomeKind.NEXT_STEP) | Q(due_on__isnull=False),
                name="events_next_step_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Digest(models.Model):
    """The page of takeaways of an event, once it is out."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="digest")
    summary = models.TextField(max_length=LONGEST_TAKEAWAY, blank=True)
    published_at = models.DateTimeField(default=now)
    gathered_at = models.DateTimeField(default=now)
    """Until when the organisers have read what was told; what is newer waits."""
    published_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"digest of {self.event_id}"


class FeedbackGiven(models.Model):
    """A registration has given its feedback: what it said stands apart, so that nobody can tell whose it is."""

    registration = models.OneToOneField(Registration, on_delete=models.CASCADE, related_name="feedback_given")

    def __str__(self) -> str:
        return f"feedback of {self.registration_id}"


class Feedback(models.Model):
    """How many said the same three things about an event: counts alone, so that no order tells who said what."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="feedback")
    was_useful = models.PositiveSmallIntegerField()
    """From 1 (not at all) to 5 (very)."""
    met_somebody_new = models.BooleanField()
    """Somebody from another agency."""
    comes_again = models.BooleanField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(was_useful__gte=1, was_useful__lte=5), name="events_feedback_scale"
            ),
            models.UniqueConstraint(
                fields=["event", "was_useful", "met_somebody_new", "comes_again"],
                name="events_feedback_counted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.count} of event {self.event_id}"


class FeedbackFigures(models.Model):
    """How the counts of an event stood when the last whole five had answered: what its organisers are shown.

    Between two looks at least five have answered, so that no look tells what one of them said.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="feedback_figures")
    count = models.PositiveIntegerField()
    counts = models.JSONField(default=list)
    """Rows of four: useful, met somebody new, comes again, how many."""

    def __str__(self) -> str:
        return f"figures of {self.event_id}"
