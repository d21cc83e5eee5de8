"""Invitations of agencies, where the lab has been and where never, and whom people want to visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fiksummin.core.time import today
from fiksummin.events.models import Event, Invitation, Target, TargetVote
from fiksummin.events.models.inviting import InvitationQuerySet
from fiksummin.people.choices import STANDS_IN_FOR, OrganisationKind, RoleKind
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import standing_roles


@dataclass(frozen=True)
class Stop:
    """A day on which the lab was somewhere, and the event, where the reader may see it."""

    day: date
    event: int | None = None


@dataclass(frozen=True)
class Visited:
    """An agency, when the lab was there, the latest first, and when it comes, the next first."""

    organisation: Organisation
    stops: tuple[Stop, ...]
    coming: tuple[Stop, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which the lab was there, alone."""
        return tuple(stop.day for stop in self.stops)


@dataclass(frozen=True)
class Wanted:
    """A target as a reader sees it: whether she wants it, and how many do, once she may know."""

    target: Target
    is_mine: bool
    count: int | None
    is_voted: bool
    """Whether anybody but the reader wants it: then it is not reworded any more."""


def tour(at: datetime, reader: Person | None = None, *, public: bool = False) -> list[Visited]:
    """Give every agency that stands at a moment, with the days on which the lab was there or comes; those never visited last.

    Stops that were published and not cancelled count, asked for by an invitation or planned directly; days are
    Finnish. A stop leads to its event where the reader may see it; ``public`` leaves out those that are not for everybody.
    """
    rows = Event.objects.standing().filter(visited__isnull=False)
    seen = set(Event.objects.visible_to(reader).filter(visited__isnull=False).values_list("pk", flat=True))
    held: dict[int, list[Stop]] = {}
    coming: dict[int, list[Stop]] = {}
    told = rows.order_by("starts_at").values_list("visited", "starts_at", "ends_at", "pk")
    for body, start, end, event in told:
        if event in seen or not public:
            stops = (held if end <= at else coming).setdefault(body, [])
            stops.append(Stop(today(at=start), event if event in seen else None))
    bodies = Organisation.objects.standing(today(at=at)).filter(kind=OrganisationKind.STATE)
    visited = [
        Visited(body, tuple(held.get(body.pk, [])[::-1]), tuple(coming.get(body.pk, []))) for body in bodies
    ]
    return sorted(visited, key=lambda row: not row.stops)


def invitations_for(person: Person) -> InvitationQuerySet:
    """Give the invitations that a person may read, the one to answer first coming first."""
    rows = Invitation.objects.visible_to(person)
    return rows.select_related("organisation", "made_by", "answered_by", "event__site", "event__kind")


@dataclass(frozen=True)
class OpenInvitations:
    """How many invitations those who run the lab owe something."""

    waiting: int
    """They have no answer."""
    late: int
    """So many of these should have had it."""
    undated: int
    """They were accepted, and no day is set."""
    overdue: int
    """So many of these should have had one."""


def open_invitations(at: datetime) -> OpenInvitations:
    """Count the invitations that wait for an answer, or for a day. One query."""
    waits, is_late = Q(accepted_at=None), Q(answer_due_on__lt=today(at=at))
    found = (
        Invitation.objects.unsettled()
        .order_by()
        .aggregate(
            waiting=Count("pk", filter=waits),
            late=Count("pk", filter=waits & is_late),
            undated=Count("pk", filter=~waits),
            overdue=Count("pk", filter=~waits & is_late),
        )
    )
    return OpenInvitations(**found)


def targets_for(person: Person) -> tuple[list[Wanted], list[Wanted]]:
    """Give whom people want to visit: what is open, and what was chosen, the newest choice first."""
    seen = _wanted(all_targets(), person)
    chosen = [row for row in seen if row.target.chosen_at]
    chosen.sort(key=lambda row: str(row.target.chosen_at), reverse=True)
    return [row for row in seen if not row.target.chosen_at], chosen


def target_for(person: Person, target: Target) -> Wanted:
    """Give one target as a person sees it."""
    return _wanted(all_targets().filter(pk=target.pk), person)[0]


def others_want(target: Target, person: Person) -> bool:
    """Say whether anybody but a person voted for a target."""
    return TargetVote.objects.filter(target=target).exclude(person=person).exists()


def who_wanted(target: Target) -> QuerySet[Person]:
    """Give who proposed a target and who voted for it."""
    voted = TargetVote.objects.filter(target=target).values("person")
    wanted = Q(pk__in=voted) | Q(pk=target.proposed_by_id)
    return Person.objects.get_queryset().filter(wanted, erased_at=None).order_by("pk")


def all_targets() -> QuerySet[Target]:
    """Give what was proposed and not taken off: everybody who has signed in reads it."""
    return Target.objects.standing().select_related("season")


def answering() -> QuerySet[Person]:
    """Give those who answer invitations: all who run the lab today."""
    day = today()
    roles = standing_roles(day).filter(kind__in=STANDS_IN_FOR[RoleKind.HOST], starts_on__lte=day)
    return Person.objects.get_queryset().filter(pk__in=roles.values("person"), erased_at=None).order_by("pk")


def _wanted(targets: QuerySet[Target], person: Person) -> list[Wanted]:
    others = TargetVote.objects.filter(target=OuterRef("pk")).exclude(person=person)
    rows = list(targets.annotate(voted=Exists(others)))
    mine = set(TargetVote.objects.filter(person=person, target__in=rows).values_list("target", flat=True))
    counts = counts_for(rows, person)
    return [
        Wanted(target, target.pk in mine, counts.get(target.pk), is_voted=target.voted) for target in rows
    ]


def counts_for(targets: Iterable[Target], person: Person) -> dict[int, int]:
    """Give how many want each target, for those alone on which a person has voted, or that are chosen. Two queries."""
    rows = list(targets)
    voted = set(TargetVote.objects.filter(person=person, target__in=rows).values_list("target", flat=True))
    shown = [target.pk for target in rows if target.pk in voted or target.chosen_at]
    counted = Target.objects.filter(pk__in=shown).annotate(wanted=Count("votes"))
    return dict(counted.order_by().values_list("pk", "wanted"))
