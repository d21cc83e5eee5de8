"""An event: when, where, for whom, by whom."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language

from fiksummin.circles.models import Circle, Membership
from fiksummin.core.time import HELSINKI, now, today
from fiksummin.events.choices import Allocation, Audience, Dimension, EventState, Mode, Part, Sensitivity
from fiksummin.events.models.kind import EventKind, Tag
from fiksummin.events.models.seats import SPACE_FITS
from fiksummin.people.choices import Language, OrganisationKind, RoleKind
from fiksummin.people.models import Agreement, Organisation, Person
from fiksummin.spaces.models import Booking, Closure, Site
from fiksummin.spaces.models.visit import hosted_by

if TYPE_CHECKING:
    from fiksummin.events.models.places import Pool

LONGEST_TITLE = 150
LONGEST_SUMMARY = 300
LONGEST_TEXT = 10_000


class Said(NamedTuple):
    """Words, and the language that they are in."""

    words: str
    language: str


class EventQuerySet(models.QuerySet["Event"]):
    """Questions about events."""

    def visible_to(self, person: Person | None) -> "EventQuerySet":
        """Those that a person may know of; None is somebody who has not signed in."""
        published = Q(published_at__isnull=False)
        if person is None:
            return self.filter(published, audience=Audience.PUBLIC)
        if person.may(RoleKind.OWNER):
            return self.all()
        return self.filter(
            (published & for_whom(person))
            | Q(pk__in=EventPerson.objects.filter(person=person.pk).values("event"))
            | Q(pk__in=_registered(person))
            | Q(site__in=_hosted(person))
        )

    def meant_for(self, person: Person) -> "EventQuerySet":
        """Those in which a person may take part: by their audience, or because she holds them. Others may see some, too."""
        hers = EventPerson.objects.filter(person=person.pk).values("event")
        return self.filter(Q(published_at__isnull=False) & (for_whom(person) | Q(pk__in=hers)))

    def run_by(self, person: Person) -> "EventQuerySet":
        """Those that she may change: her own, and all of the places that she manages."""
        if person.may(RoleKind.OWNER):
            return self.all()
        own = EventPerson.objects.filter(person=person.pk, part=Part.ORGANISER).values("event")
        managed = [place for kind, place in person.standing_roles if kind == RoleKind.MANAGER]
        at = Q() if "" in managed else Q(site__slug__in=managed)
        return self.filter(Q(pk__in=own) | at) if managed else self.filter(pk__in=own)

    def received_by(self, person: Person) -> "EventQuerySet":
        """Those at whose door she stands: those she runs or hosts, and all of the places where she receives people."""
        hers = EventPerson.objects.filter(person=person).values("event")
        return self.filter(
            Q(pk__in=self.run_by(person).values("pk")) | Q(pk__in=hers) | Q(site__in=_hosted(person))
        )

    def standing(self) -> "EventQuerySet":
        """Those that are published and not cancelled."""
        return self.filter(published_at__isnull=False, cancelled_at=None)

    def within(self, start: datetime, end: datetime) -> "EventQuerySet":
        """Those that share a moment with a half-open range."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class Event(models.Model):
    """Something to take part in. One that was cancelled keeps its page."""

    kind = models.ForeignKey(EventKind, on_delete=models.PROTECT, related_name="events")
    site = models.ForeignKey(Site, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    booking = models.OneToOneField(
        Booking, null=True, blank=True, on_delete=models.SET_NULL, related_name="event"
    )
    place = models.CharField(max_length=200, blank=True)
    """An address elsewhere, in words."""
    title = models.CharField(max_length=LONGEST_TITLE)
    summary = models.CharField(max_length=LONGEST_SUMMARY, blank=True)
    text = models.TextField(max_length=LONGEST_TEXT, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FI)
    """In which language its words are written."""
    titles = models.JSONField(default=dict, blank=True)
    """The title in further languages, by code; so are the next two."""
    summaries = models.JSONField(default=dict, blank=True)
    texts = models.JSONField(default=dict, blank=True)
    spoken = models.JSONField(default=list, blank=True)
    """In which languages it is held, as codes."""
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    online_link = models.URLField(max_length=500, blank=True)
    outside_link = models.URLField(max_length=500, blank=True)
    """Where one registers when somebody else holds it."""
    audience = models.CharField(max_length=20, choices=Audience.choices, default=Audience.MEMBERS)
    audience_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    audience_circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    audience_role = models.CharField(max_length=20, choices=RoleKind.choices, blank=True)
    allocation = models.CharField(max_length=10, choices=Allocation.choices, default=Allocation.QUEUE)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    offer_hours = models.PositiveSmallIntegerField(default=0)
    """How long a freed place waits for an answer; 0: it is given at once."""
    lottery_seed = models.CharField(max_length=64, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    access = models.TextField(max_length=2000, blank=True)
    """What is known of accessibility and interpretation, in words."""
    is_recorded = models.BooleanField(default=False)
    has_captions = models.BooleanField(default=False)
    keep_answers_days = models.PositiveSmallIntegerField(default=14)
    dimensions = models.JSONField(default=list, blank=True)
    theme = models.ForeignKey(
        "Theme", null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    season = models.ForeignKey(
        "Season", null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    series = models.ForeignKey(
        "EventSeries", null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    visited = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """The agency at which a stop of the tour is held."""
    tags = models.ManyToManyField(Tag, blank=True, related_name="events")
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(max_length=1000, blank=True)
    lost_space_at = models.DateTimeField(null=True)
    """When the space was taken from it; empty again when it has another."""
    lost_to = models.ForeignKey(Closure, null=True, on_delete=models.SET_NULL, related_name="+")
    """The closure of its whole site, which it advertises no more; None where a booking alone was lost."""
    sequence = models.PositiveIntegerField(default=0)

    objects = EventQuerySet.as_manager()
    has_plain_line = False
    """Whether all stand in line by the moment alone: one mode, no lots, nobody put first. Known while it is held."""

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="events_event_order"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="events_event_registration"
            ),
            models.CheckConstraint(
                condition=Q(drawn_at=None) | ~Q(lottery_seed=""), name="events_event_seed_kept"
            ),
            models.CheckConstraint(
                condition=~Q(audience=Audience.ORGANISATION) | Q(audience_organisation__isnull=False),
                name="events_event_whose",
            ),
            models.CheckConstraint(
                condition=Q(audience=Audience.CIRCLE, audience_circle__isnull=False)
                | Q(~Q(audience=Audience.CIRCLE), audience_circle=None),
                name="events_event_whose_circle",
            ),
            SPACE_FITS,
        ]
        indexes = [
            models.Index(fields=["starts_at"], name="events_event_day"),
            models.Index(fields=["site", "starts_at"], name="events_event_site"),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """The title in the active language, else as it was written."""
        return self.said_title.words

    @property
    def said_title(self) -> "Said":
        """The title and its language."""
        return self._said(self.title, self.titles)

    @property
    def said_summary(self) -> "Said":
        """What it is about in one sentence, and its language."""
        return self._said(self.summary, self.summaries)

    @property
    def said_text(self) -> "Said":
        """What it is about, and its language."""
        return self._said(self.text, self.texts)

    @property
    def series_names(self) -> dict[str, str]:
        """Its title in each of its languages, as a series that begins with it is named."""
        return {f"name_{code}": title for code, title in {self.language: self.title, **self.titles}.items()}

    def _said(self, own: str, others: dict[str, str]) -> "Said":
        language = get_language() or self.language
        words = others.get(language, "") if others else ""
        return Said(words, language) if words else Said(own, self.language)

    @property
    def zone(self) -> ZoneInfo:
        """By which clock it is told."""
        return self.site.zone if self.site else HELSINKI

    def state(self, at: datetime) -> EventState:
        """Say where the event stands at a moment."""
        if self.cancelled_at:
            return EventState.CANCELLED
        if not self.published_at:
            return EventState.DRAFT
        if at >= self.ends_at:
            return EventState.OVER
        return EventState.ON if at >= self.starts_at else EventState.COMING

    def awaits_lots(self) -> bool:
        """Say whether its places still wait for the draw."""
        return self.allocation == Allocation.LOTTERY and self.drawn_at is None

    def kept_days(self, sensitivity: str) -> int | None:
        """Say how many days after it an answer of a sensitivity is kept; None for an ordinary one."""
        return None if sensitivity == Sensitivity.ORDINARY else self.keep_answers_days

    def pool(self, mode: str) -> "Pool | None":
        """Give its places of a mode (prefetched ``pools`` are used)."""
        return next((pool for pool in self.pools.all() if pool.mode == mode), None)

    @property
    def modes(self) -> list[str]:
        """In which ways one can take part (prefetched ``pools`` are used)."""
        held = {pool.mode for pool in self.pools.all()}
        return [mode for mode in Mode.values if mode in held]

    @property
    def only_mode(self) -> str:
        """The way to take part where there is no choice; "" where there is (prefetched ``pools`` are used)."""
        modes = self.modes
        return modes[0] if len(modes) == 1 else ""

    @property
    def sides(self) -> list[str]:
        """Its dimensions in words."""
        return [str(Dimension(side).label) for side in self.dimensions]


class EventPerson(models.Model):
    """Somebody who holds an event together with others, or receives people at it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="event_parts")
    part = models.CharField(max_length=10, choices=Part.choices)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "person", "part"], name="events_person_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.part} of {self.event_id}"


class Invitee(models.Model):
    """Somebody for whom an event is that only the invited see."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="invitees")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="event_invitations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="events_invitee_once")]

    def __str__(self) -> str:
        return f"{self.person_id} invited to {self.event_id}"


class Speaker(models.Model):
    """Somebody who speaks at an event; named in public only with consent."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="speakers")
    name = models.CharField(max_length=150)
    organisation = models.CharField(max_length=200, blank=True)
    topic = models.CharField(max_length=200, blank=True)
    consents = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class ProgrammeItem(models.Model):
    """A part of the programme, by its beginning."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="programme")
    starts_at = models.DateTimeField()
    title = models.CharField(max_length=200)

    class Meta:
        ordering = ["starts_at", "id"]

    def __str__(self) -> str:
        return self.title


class Material(models.Model):
    """Something to read or to see, before the event or after it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to="materials/", blank=True)
    is_before = models.BooleanField(default=True)

    class Meta:
        ordering = ["-is_before", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(link__gt="") | Q(file__gt=""), name="events_material_something"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Follow(models.Model):
    """Somebody who wants to hear what came of an event without taking part."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="follows")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="event_follows")
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="events_follow_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.event_id}"


def for_whom(person: Person) -> Q:
    """Say which events are for a person who has signed in, by their audience."""
    wanted = Q(audience=Audience.PUBLIC) | Q(
        audience=Audience.INVITED, pk__in=Invitee.objects.filter(person=person.pk).values("event")
    )
    for kind, _place in person.standing_roles:
        wanted |= Q(audience=Audience.ROLE, audience_role=kind)
    body = person.organisation
    if person.is_guest or body is None:
        return wanted
    wanted |= Q(audience=Audience.ORGANISATION, audience_organisation=body)
    own = Membership.objects.filter(person=person.pk).values("circle")
    wanted |= Q(audience=Audience.CIRCLE, audience_circle__in=own)
    if body.kind == OrganisationKind.STATE:
        return wanted | Q(audience__in=[Audience.MEMBERS, Audience.STATE])
    day = today()
    agreed = Agreement.objects.filter(organisation=body, starts_on__lte=day, ends_on__gte=day)
    if body.kind == OrganisationKind.PARTNER and agreed.exists():
        return wanted | Q(audience__in=[Audience.MEMBERS, Audience.PARTNERS])
    return wanted


def surely_for(event: Event, person: Person) -> bool:
    """Say whether a published event is for a person, without a query; False where only ``meant_for`` knows."""
    if not event.published_at:
        return False
    body = person.organisation
    is_state = not person.is_guest and body is not None and body.kind == OrganisationKind.STATE
    return event.audience == Audience.PUBLIC or (
        is_state and event.audience in {Audience.MEMBERS, Audience.STATE}
    )


def _hosted(person: Person) -> models.QuerySet[Site]:
    return Site.objects.filter(hosted_by(person))


def _registered(person: Person) -> models.QuerySet[Any]:
    return apps.get_model("events", "Registration").objects.filter(person=person.pk).values("event")
