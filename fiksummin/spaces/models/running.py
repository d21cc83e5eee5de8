"""Running the day: who hosts when, what somebody asks for or reports, when something is shut."""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.constraints import NoOverlap
from fiksummin.core.languages import Spoken
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces.choices import ReportKind
from fiksummin.spaces.models.claim import Hold
from fiksummin.spaces.models.site import Site
from fiksummin.spaces.models.space import Space
from fiksummin.spaces.models.visit import LONGEST_NOTE, hosted_by


class Shift(models.Model):
    """A host's turn at a site. Nobody hosts in two places at once."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="shifts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    sequence = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="spaces_shift_order"),
            NoOverlap(name="spaces_shift_no_overlap", cell="person", start="starts_at", end="ends_at"),
        ]
        indexes = [models.Index(fields=["site", "starts_at"], name="spaces_shift_day")]

    def __str__(self) -> str:
        return f"shift {self.pk}"


class ReportQuerySet(models.QuerySet["Report"]):
    """Questions about requests for help and reports."""

    def visible_to(self, person: Person) -> "ReportQuerySet":
        """Her own, and those at the places where she receives people."""
        return self.filter(Q(person=person) | Q(site__in=Site.objects.filter(hosted_by(person))))

    def received_by(self, person: Person) -> "ReportQuerySet":
        """Those at the places where she receives people."""
        return self.filter(site__in=Site.objects.filter(hosted_by(person)))

    def open(self) -> "ReportQuerySet":
        """Those not closed, the oldest first."""
        return self.filter(closed_at=None).order_by("made_at", "id")


class Report(models.Model):
    """Somebody asks for help, or tells of a fault or a danger. Whoever sent it follows it by a secret address."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="reports")
    space = models.ForeignKey(Space, null=True, on_delete=models.SET_NULL, related_name="reports")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="reports")
    kind = models.CharField(max_length=20, choices=ReportKind.choices)
    text = models.TextField(max_length=LONGEST_NOTE)
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(max_length=LONGEST_NOTE, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    climbed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["site", "closed_at", "made_at"], name="spaces_report_open")]

    def __str__(self) -> str:
        return f"report {self.pk}"

    @property
    def is_late(self) -> bool:
        """Say whether it went to those who look after the site, and still waits for an answer."""
        return bool(self.climbed_at) and not (self.answered_at or self.closed_at)


class Closure(models.Model):
    """A site (or one space) is shut for a period, with a reason; its hold keeps the cells until it is lifted."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="closures")
    space = models.ForeignKey(Space, null=True, on_delete=models.CASCADE, related_name="closures")
    hold = models.OneToOneField(Hold, null=True, on_delete=models.SET_NULL, related_name="closure")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason_fi = models.CharField(max_length=300)
    reason_sv = models.CharField(max_length=300, blank=True)
    reason_en = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    reason = Spoken("reason")

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="spaces_closure_order"),
            models.CheckConstraint(
                condition=Q(hold=None) | Q(lifted_at=None), name="spaces_closure_given_back"
            ),
        ]

    def __str__(self) -> str:
        return f"closure {self.pk}"
