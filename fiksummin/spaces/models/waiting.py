"""Waiting for a place: an exact one, or a wish; who is first gets an offer that holds until a deadline."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces.models.booking import Booking
from fiksummin.spaces.models.site import Site
from fiksummin.spaces.models.space import Layout, Space


class WaitingQuerySet(models.QuerySet["Waiting"]):
    """Questions about those who wait."""

    def visible_to(self, person: Person) -> "WaitingQuerySet":
        """Her own."""
        return self.filter(person=person)

    def open(self) -> "WaitingQuerySet":
        """Those who still wait, the first first."""
        return self.filter(ended_at=None).order_by("asked_at", "id")


class Waiting(models.Model):
    """Somebody waits: at a site, for so long, so many, within a window, in one space or any that fits."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="waitings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="waitings")
    space = models.ForeignKey(Space, null=True, on_delete=models.CASCADE, related_name="waitings")
    layout = models.ForeignKey(Layout, null=True, on_delete=models.SET_NULL, related_name="+")
    window_starts_at = models.DateTimeField()
    window_ends_at = models.DateTimeField()
    day_from = models.TimeField(null=True)
    day_until = models.TimeField(null=True)
    minutes = models.PositiveSmallIntegerField()
    people = models.PositiveSmallIntegerField(default=1)
    features = models.JSONField(default=list, blank=True)
    title = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=20, blank=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(window_ends_at__gt=F("window_starts_at")), name="spaces_waiting_order"
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="spaces_waiting_somebody"),
            models.CheckConstraint(condition=Q(minutes__gte=5), name="spaces_waiting_length"),
        ]
        indexes = [models.Index(fields=["site", "ended_at", "asked_at"], name="spaces_waiting_queue")]

    def __str__(self) -> str:
        return f"waiting {self.pk}"

    @property
    def is_exact(self) -> bool:
        """Say whether it is for one range, not for any within a window."""
        return self.window_ends_at - self.window_starts_at == timedelta(minutes=self.minutes)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of its window, by the site's clock."""
        zone = self.site.zone
        return self.window_starts_at.astimezone(zone).date(), self.window_ends_at.astimezone(zone).date()


class OfferQuerySet(models.QuerySet["Offer"]):
    """Questions about offers."""

    def visible_to(self, person: Person) -> "OfferQuerySet":
        """Those made to her."""
        return self.filter(waiting__person=person)

    def open(self) -> "OfferQuerySet":
        """Those that still hold their place for an answer."""
        return self.filter(accepted_at=None, declined_at=None, lapsed_at=None)


class Offer(models.Model):
    """A place held for the first in line until the deadline; the booking holds its claims."""

    waiting = models.ForeignKey(Waiting, on_delete=models.CASCADE, related_name="offers")
    booking = models.OneToOneField(Booking, on_delete=models.CASCADE, related_name="offer")
    made_at = models.DateTimeField(default=now)
    answer_due_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    lapsed_at = models.DateTimeField(null=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["waiting"],
                condition=Q(accepted_at=None, declined_at=None, lapsed_at=None),
                name="spaces_offer_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"offer {self.pk}"

    @property
    def is_open(self) -> bool:
        """Say whether it still holds its place for an answer."""
        return not (self.accepted_at or self.declined_at or self.lapsed_at)
