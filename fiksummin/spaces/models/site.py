"""A site: where it is, when it is open, whom to ask, how to be there."""

from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from fiksummin.core.languages import Spoken
from fiksummin.core.time import MIDNIGHT, until
from fiksummin.people.models import Person
from fiksummin.spaces.choices import SiteKind, Weekday


class SiteQuerySet(models.QuerySet["Site"]):
    """Questions about sites."""

    def visible_to(self, person: Person | None) -> "SiteQuerySet":
        """Sites are public; a guest sees the place of her invitation only."""
        if person is not None and person.is_guest and person.guest_place:
            return self.filter(slug=person.guest_place)
        return self.all()


class Site(models.Model):
    """A place with an address. A second one is a form, not a code change."""

    slug = models.SlugField(max_length=80, unique=True)
    name_fi = models.CharField(max_length=120)
    name_sv = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, choices=SiteKind.choices, default=SiteKind.LAB)
    street = models.CharField(max_length=120)
    postcode = models.CharField(max_length=10)
    town_fi = models.CharField(max_length=80)
    town_sv = models.CharField(max_length=80, blank=True)
    town_en = models.CharField(max_length=80, blank=True)
    lead_fi = models.CharField(max_length=300, blank=True)
    lead_sv = models.CharField(max_length=300, blank=True)
    lead_en = models.CharField(max_length=300, blank=True)
    languages = models.JSONField(default=list, blank=True)
    timezone = models.CharField(max_length=60, default="Europe/Helsinki")
    closed_on_holidays = models.BooleanField(default=True)
    days_ahead = models.PositiveSmallIntegerField(default=60)
    visits_per_person = models.PositiveSmallIntegerField(default=20)
    keep_bookings_days = models.PositiveSmallIntegerField(default=90)
    fault_email = models.EmailField(max_length=254, blank=True)
    safety_email = models.EmailField(max_length=254, blank=True)
    keep_visits_days = models.PositiveSmallIntegerField(default=14)
    position = models.PositiveSmallIntegerField(default=0)

    name = Spoken("name")
    town = Spoken("town")
    lead = Spoken("lead")
    objects = SiteQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name_fi"]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of its clock on the wall."""
        return ZoneInfo(self.timezone)

    @property
    def address(self) -> str:
        """The address on one line."""
        return f"{self.street}, {self.postcode} {self.town}"


def _in_order(start: str, end: str) -> Q:
    """Hours of one day end after they begin; midnight closes the day."""
    return Q(**{f"{end}__gt": F(start)}) | Q(**{end: MIDNIGHT})


class Hours(models.Model):
    """From when until when a site is open on a day of the week, by its own clock."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    opens = models.TimeField()
    closes = models.TimeField()
    staffed_from = models.TimeField(null=True, blank=True)
    staffed_until = models.TimeField(null=True, blank=True)
    is_staffed = models.BooleanField(default=True)

    class Meta:
        ordering = ["weekday"]
        verbose_name_plural = "hours"
        constraints = [
            models.UniqueConstraint(fields=["site", "weekday"], name="spaces_hours_once"),
            models.CheckConstraint(condition=_in_order("opens", "closes"), name="spaces_hours_order"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="spaces_hours_weekday"),
            models.CheckConstraint(
                condition=Q(staffed_from=None, staffed_until=None)
                | Q(staffed_from__isnull=False) & _in_order("staffed_from", "staffed_until"),
                name="spaces_hours_staffed",
            ),
        ]

    def __str__(self) -> str:
        return f"{Weekday(self.weekday).label} {self.opens:%H:%M}–{until(self.closes)}"


class SpecialDay(models.Model):
    """A dated exception with its reason: closed, or open at other hours. Stronger than a public holiday.

    One that a closure made is stronger still, and goes with it.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="special_days")
    closure = models.ForeignKey(
        "spaces.Closure", null=True, on_delete=models.CASCADE, related_name="special_days"
    )
    date = models.DateField()
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    reason_fi = models.CharField(max_length=200)
    reason_sv = models.CharField(max_length=200, blank=True)
    reason_en = models.CharField(max_length=200, blank=True)

    reason = Spoken("reason")

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "date"], condition=Q(closure=None), name="spaces_special_day_once"
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None)
                | Q(opens__isnull=False, closes__isnull=False) & _in_order("opens", "closes"),
                name="spaces_special_day_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.reason}"


class Contact(models.Model):
    """Whom to ask about a topic: a role mailbox or a person at work, with a day by which it is checked."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="contacts")
    topic_fi = models.CharField(max_length=120)
    topic_sv = models.CharField(max_length=120, blank=True)
    topic_en = models.CharField(max_length=120, blank=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=40, blank=True)
    review_by = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)

    topic = Spoken("topic")

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.topic}: {self.email}"


class Instruction(models.Model):
    """How to be at a site: one matter, its owner, and when it must be read again."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="instructions")
    title_fi = models.CharField(max_length=120)
    title_sv = models.CharField(max_length=120, blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    body_fi = models.TextField()
    body_sv = models.TextField(blank=True)
    body_en = models.TextField(blank=True)
    owner = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_on = models.DateField()
    review_by = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)

    title = Spoken("title")
    body = Spoken("body")

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title
