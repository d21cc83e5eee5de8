"""The places of an event, who has one, and who stands in line.

A pool is the places of one mode. A registration takes its people's places in
the pool that it points at; one without a pool waits. What is taken is counted
by the database itself, which refuses to count past the capacity.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.chains import BornAs
from fiksummin.core.db.counting import CountsInto
from fiksummin.core.db.limits import Never
from fiksummin.core.time import now
from fiksummin.events.choices import Mode, RegistrationEnd, RegistrationState
from fiksummin.events.models.event import Event
from fiksummin.events.models.seats import PLACES_FIT
from fiksummin.people.models import Organisation, Person

MOST_PEOPLE = 50
"""How many one registration is for at most."""
USUAL_OFFER_HOURS = 24
"""How long a place is held for who wants to be asked first, where the event itself asks nobody."""
_OTHERS = (
    "SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id"
    " AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id"
)
OWN_POOL = Never(
    name="events_registration_own_pool",
    fields=("event", "pool"),
    found="SELECT 1 FROM events_pool AS pool WHERE pool.id = NEW.pool_id AND pool.event_id <> NEW.event_id",
)
"""Nobody has places of another event."""
ONE_OF_AN_ADDRESS = Never(
    name="events_registration_address_once",
    fields=("event", "person", "guest_email", "ended_at"),
    found=(
        f"{_OTHERS} AND NOT (other.guest_email = '')"  # noqa: S608 -- words of this module alone
        " AND other.guest_email = (SELECT email FROM people_person WHERE id = NEW.person_id)"
        f" UNION ALL {_OTHERS} AND other.person_id = (SELECT id FROM people_person WHERE email = NEW.guest_email)"
    ),
    alike=(
        "concat(NEW.event_id, ' ', NEW.guest_email, (SELECT email FROM people_person WHERE id = NEW.person_id))"
    ),
)
"""Whoever has an account does not stand twice: by it, and as a guest at its address."""


class Pool(models.Model):
    """The places of an event in one mode."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="pools")
    mode = models.CharField(max_length=10, choices=Mode.choices)
    capacity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    """How many places are confirmed or held; the database counts."""

    class Meta:
        ordering = ["mode"]
        constraints = [
            models.UniqueConstraint(fields=["event", "mode"], name="events_pool_once"),
            models.CheckConstraint(condition=Q(taken__lte=F("capacity")), name="events_pool_not_oversold"),
            BornAs(name="events_pool_stays", fields=("event",)),
            PLACES_FIT,
        ]

    def __str__(self) -> str:
        return f"{self.mode} of {self.event_id}"

    @property
    def free(self) -> int:
        """How many places nobody has."""
        return self.capacity - self.taken


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Questions about registrations."""

    TURN: ClassVar = [
        F("has_priority").desc(),
        F("rank").asc(nulls_last=True),
        F("queued_at").asc(),
        F("id").asc(),
    ]
    """The order of the queue: priority, then the lot, then who asked first."""

    def visible_to(self, person: Person) -> "RegistrationQuerySet":
        """Her own, and those to the events that she runs or receives."""
        at_the_door = Event.objects.received_by(person).values("pk")
        return self.left_by(person.pk) | self.filter(event__in=at_the_door)

    def left_by(self, person: int) -> "RegistrationQuerySet":
        """Those of an account (by id), and those made as a guest at its address."""
        address = Person.objects.get_queryset().filter(pk=person, email__isnull=False).values("email")
        return self.filter(Q(person=person) | Q(guest_email__in=address))

    def at_address(self, person: int, email: str) -> models.QuerySet["Registration"]:
        """Those of an account (by id) and those of a guest at an address, each found by an index of its own."""
        own = self.filter(person=person).order_by().values("pk")
        as_guest = self.filter(guest_email=email).exclude(guest_email="").order_by().values("pk")
        return Registration.objects.filter(pk__in=own.union(as_guest, all=True))

    def standing(self) -> "RegistrationQuerySet":
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def with_place(self) -> "RegistrationQuerySet":
        """Those who have a place, on site or online."""
        return self.filter(ended_at=None, confirmed_at__isnull=False, pool__isnull=False)

    def queued(self, mode: str) -> "RegistrationQuerySet":
        """Those in line for a mode, the first first; who holds a place in another mode meanwhile is there, too."""
        return self.waiting().filter(mode=mode).in_line()

    def waiting(self) -> "RegistrationQuerySet":
        """Those in line for any mode, in no order."""
        return self.filter(Q(pool=None) | ~Q(pool__mode=F("mode")), ended_at=None)

    def put_first(self, event: Any) -> "RegistrationQuerySet":
        """Those of an event who come before others by priority or by lot."""
        return self.filter(Q(has_priority=True) | Q(rank__isnull=False), event=event)

    def in_line(self) -> "RegistrationQuerySet":
        """In the order of the queue."""
        return self.order_by(*self.TURN)


class Registration(models.Model):
    """Somebody wants to take part, alone or with others: has a place, is offered one, or waits."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="registrations")
    mode = models.CharField(max_length=10, choices=Mode.choices)
    """What is wanted; the pool says what is held."""
    pool = models.ForeignKey(
        Pool, null=True, on_delete=models.PROTECT, related_name="registrations", db_index=False
    )
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="registrations")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    guest_name = models.CharField(max_length=150, blank=True)
    guest_email = models.EmailField(max_length=254, blank=True)
    guest_language = models.CharField(max_length=2, blank=True)
    secret = models.CharField(max_length=64, blank=True)
    """Hash of the secret in a guest's own link."""
    people = models.PositiveSmallIntegerField(default=1)
    asked_at = models.DateTimeField(default=now)
    queued_at = models.DateTimeField(default=now)
    """From when its turn is counted; switching to another mode begins anew."""
    rank = models.PositiveIntegerField(null=True)
    """Its place in the lot."""
    asks_first = models.BooleanField(null=True)
    """Whether a place that becomes free is held for an answer, or given at once; None: as the event does."""
    shown_at = models.DateTimeField(null=True)
    """When she let the others who have a place see her name; None: they do not."""
    has_priority = models.BooleanField(default=False)
    priority_reason = models.CharField(max_length=300, blank=True)
    priority_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    offered_at = models.DateTimeField(null=True)
    offer_due_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    end = models.CharField(max_length=20, choices=RegistrationEnd.choices, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    is_walk_in = models.BooleanField(default=False)
    arrived_at = models.DateTimeField(null=True)
    arrived_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    arrived = models.PositiveSmallIntegerField(default=0)
    """How many of them came."""
    sequence = models.PositiveIntegerField(default=0)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gte=1, people__lte=MOST_PEOPLE), name="events_registration_somebody"
            ),
            models.CheckConstraint(
                condition=Q(pool=None) | Q(ended_at=None), name="events_registration_given_back"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(pool__isnull=False) | Q(ended_at__isnull=False),
                name="events_registration_confirmed_has_place",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, end="") | Q(ended_at__isnull=False, end__gt=""),
                name="events_registration_end_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(has_priority=False) | Q(priority_reason__gt=""),
                name="events_registration_priority_reason",
            ),
            models.CheckConstraint(condition=Q(arrived__lte=F("people")), name="events_registration_arrived"),
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=Q(ended_at=None, person__isnull=False),
                name="events_registration_person_once",
            ),
            models.UniqueConstraint(
                fields=["event", "guest_email"],
                condition=Q(ended_at=None) & ~Q(guest_email=""),
                name="events_registration_guest_once",
            ),
            CountsInto(name="events_pool_counts", via="pool", amount="people", counter="taken"),
            OWN_POOL,
            ONE_OF_AN_ADDRESS,
        ]
        indexes = [
            # both hold all that is asked when lines are counted, so that no row has to be read
            models.Index(
                fields=["event", "mode", "pool", "queued_at", "has_priority", "rank", "ended_at"],
                condition=Q(ended_at=None),
                name="events_registration_queue",
            ),
            models.Index(
                fields=["event"],
                condition=Q(has_priority=True) | Q(rank__isnull=False),
                name="events_registration_first",
            ),
            models.Index(fields=["pool", "mode", "people"], name="events_registration_taken"),
            models.Index(fields=["person", "ended_at"], name="events_registration_mine"),
        ]

    def __str__(self) -> str:
        return f"registration {self.pk}"

    @property
    def holds(self) -> str:
        """The mode in which it has a place, "" for none (bring ``pool`` along in lists)."""
        return self.pool.mode if self.pool else ""

    @property
    def state(self) -> RegistrationState:
        """Where it stands (bring ``event`` and ``pool`` along in lists)."""
        if self.ended_at:
            return RegistrationState.ENDED
        if self.pool_id is not None:
            return RegistrationState.CONFIRMED if self.confirmed_at else RegistrationState.OFFERED
        return RegistrationState.DRAWING if self.event.awaits_lots() else RegistrationState.QUEUED

    @property
    def offer_hours(self) -> int:
        """For how many hours a place is held for its answer, as was wished, else as the event does; 0: given at once."""
        if self.asks_first is None:
            return self.event.offer_hours
        return (self.event.offer_hours or USUAL_OFFER_HOURS) if self.asks_first else 0

    @property
    def wants_to_switch(self) -> bool:
        """Say whether it has a place and stands in line for one of the other mode."""
        return bool(self.holds) and self.holds != self.mode

    def is_of(self, person: Person) -> bool:
        """Say whether somebody registered, by her account or as a guest at its address."""
        return self.person_id == person.pk or (bool(self.guest_email) and self.guest_email == person.email)

    @property
    def who(self) -> str:
        """The name of whoever registered; "" for a walk-in without a name."""
        return str(self.person) if self.person else self.guest_name


class Companion(models.Model):
    """Somebody whom a registration brings along."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="companions")
    name = models.CharField(max_length=150)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
