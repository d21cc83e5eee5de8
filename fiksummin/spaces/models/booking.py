"""A booking: one act that claims spaces, their layouts' change-over and further seats, all or none."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from fiksummin.core.time import MIDNIGHT, now
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces.choices import BookingState, Frequency
from fiksummin.spaces.models.claim import Hold
from fiksummin.spaces.models.site import Site
from fiksummin.spaces.models.space import Layout, Space
from fiksummin.spaces.models.visit import LONGEST_NOTE, hosted_by


class Series(models.Model):
    """A rule by which a booking comes again, by the clock on the wall of the site."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="series")
    frequency = models.CharField(max_length=20, choices=Frequency.choices)
    interval = models.PositiveSmallIntegerField(default=1)
    weekdays = models.JSONField(default=list, blank=True)
    first_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)
    count = models.PositiveSmallIntegerField(null=True, blank=True)
    starts = models.TimeField()
    ends = models.TimeField()
    skips_holidays = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name_plural = "series"
        constraints = [
            models.CheckConstraint(condition=Q(interval__gte=1), name="spaces_series_interval"),
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")) | Q(ends=MIDNIGHT), name="spaces_series_order"
            ),
        ]

    def __str__(self) -> str:
        return f"series {self.pk}"


class BookingQuerySet(models.QuerySet["Booking"]):
    """Questions about bookings."""

    def held_by(self, person: Person) -> "BookingQuerySet":
        """Those that she holds, alone or with others; what is only offered to her is not hers yet."""
        return self.not_offered().filter(Q(person=person) | Q(members__person=person)).distinct()

    def not_offered(self) -> "BookingQuerySet":
        """Ordinary bookings: not those that hold a place for who is first in line, nor what became of these."""
        return self.filter(Q(offer=None) | Q(offer__accepted_at__isnull=False))

    def received_by(self, person: Person) -> "BookingQuerySet":
        """Those at the places where she receives people."""
        return self.filter(site__in=Site.objects.filter(hosted_by(person)))

    def visible_to(self, person: Person) -> "BookingQuerySet":
        """Those she holds, and those at the places where she receives people (held for the queue, too)."""
        own = Q(person=person) | Q(pk__in=BookingMember.objects.filter(person=person).values("booking"))
        hers = own & (Q(offer=None) | Q(offer__accepted_at__isnull=False))
        return self.filter(hers | Q(site__in=Site.objects.filter(hosted_by(person))))

    def standing(self) -> "BookingQuerySet":
        """Those that hold, or wait for an answer: neither cancelled nor declined.

        Also those held for who is first in line: the place is taken, and they count in her quota.
        """
        return self.filter(cancelled_at=None, declined_at=None)

    def within(self, start: datetime, end: datetime) -> "BookingQuerySet":
        """Those that share a moment with a half-open range."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class Booking(models.Model):
    """Spaces for a time. What was cancelled, declined or released keeps its row and loses its claims."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="bookings")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="bookings")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="bookings"
    )
    hold = models.OneToOneField(Hold, null=True, on_delete=models.SET_NULL, related_name="booking")
    series = models.ForeignKey(Series, null=True, on_delete=models.PROTECT, related_name="bookings")
    series_date = models.DateField(null=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    people = models.PositiveSmallIntegerField(default=1)
    extra_seats = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=120, blank=True)
    is_public = models.BooleanField(default=False)
    note = models.TextField(max_length=LONGEST_NOTE, blank=True)
    wants_introduction = models.BooleanField(default=False)
    sequence = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
    answer_due_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    declined_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(max_length=LONGEST_NOTE, blank=True)
    arrived_at = models.DateTimeField(null=True)
    arrived_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    exempted_at = models.DateTimeField(null=True)
    exempted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    released_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="spaces_booking_order"),
            models.CheckConstraint(condition=Q(people__gte=1), name="spaces_booking_somebody"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | Q(declined_at=None), name="spaces_booking_one_answer"
            ),
            models.CheckConstraint(
                condition=Q(hold=None) | Q(cancelled_at=None, declined_at=None),
                name="spaces_booking_given_back",
            ),
            models.UniqueConstraint(
                fields=["series", "series_date"],
                condition=Q(cancelled_at=None, declined_at=None),
                name="spaces_booking_once_a_date",
            ),
        ]
        indexes = [
            models.Index(fields=["site", "starts_at"], name="spaces_booking_day"),
            models.Index(fields=["person", "starts_at"], name="spaces_booking_mine"),
        ]

    def __str__(self) -> str:
        return f"booking {self.pk}"

    def is_held_by(self, person: Person) -> bool:
        """Say whether it is a person's, alone or with others (prefetched ``members`` are used)."""
        return self.person_id == person.pk or any(
            member.person_id == person.pk for member in self.members.all()
        )

    @property
    def is_waiting(self) -> bool:
        """Say whether it waits for an approval."""
        return bool(self.answer_due_at) and not (self.approved_at or self.declined_at or self.cancelled_at)

    @property
    def is_offered(self) -> bool:
        """Say whether it only holds a place for who is first in line (bring ``offer`` along in lists)."""
        offer = getattr(self, "offer", None)
        return offer is not None and offer.is_open

    def state(self, at: datetime) -> BookingState:
        """Say where the booking stands at a moment."""
        for moment, state in (
            (self.cancelled_at, BookingState.CANCELLED),
            (self.declined_at, BookingState.DECLINED),
            (self.released_at, BookingState.MISSED),
            (self.left_at, BookingState.OVER),
        ):
            if moment:
                return state
        if at >= self.ends_at:
            return BookingState.OVER
        if self.is_waiting:
            return BookingState.ASKED
        return BookingState.HERE if self.arrived_at else BookingState.BOOKED


class BookedSpace(models.Model):
    """One of the spaces of a booking, as it is furnished for it; the change-over before it is a task."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="places")
    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="places")
    layout = models.ForeignKey(Layout, null=True, on_delete=models.PROTECT, related_name="places")
    from_layout = models.ForeignKey(Layout, null=True, on_delete=models.SET_NULL, related_name="+")
    changeover_minutes = models.PositiveSmallIntegerField(default=0)
    buffer_minutes = models.PositiveSmallIntegerField(default=0)
    changed_over_at = models.DateTimeField(null=True)
    changed_over_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["booking", "space"], name="spaces_place_once")]

    def __str__(self) -> str:
        return f"{self.booking_id} in {self.space_id}"


class BookingMember(models.Model):
    """Somebody who holds a booking together with its maker, and may change it."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="shared_bookings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["booking", "person"], name="spaces_member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.booking_id}"
