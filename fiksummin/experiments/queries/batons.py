"""Batons as they are read: who holds them, and which stand still."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q
from django.db.models.functions import Coalesce

from fiksummin.core.db.questions import Question
from fiksummin.experiments.choices import GivenTo
from fiksummin.experiments.models import Baton, Hold
from fiksummin.experiments.models.baton import BatonQuerySet, HoldQuerySet
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Organisation, Person

_ROOT = Coalesce("baton__first", "baton")
"""The baton with which that of a turn began."""
_THROWN = Question(
    lambda campaign: (
        Hold.objects.filter(baton__campaign=campaign)
        .order_by()
        .values_list("baton__campaign")
        .annotate(
            batons=Count("baton", distinct=True),
            organisations=Count("organisation", distinct=True, filter=Q(accepted_at__isnull=False)),
        )
    )
)


def batons_for(reader: Person | None) -> BatonQuerySet:
    """Give the batons that a reader may see, with their turns."""
    turns = Hold.objects.select_related("person", "organisation", "experiment").order_by("number")
    return Baton.objects.visible_to(reader).prefetch_related(Prefetch("holds", turns))


def whole_baton(reader: Person | None) -> BatonQuerySet:
    """Give batons with all that a page about one says."""
    return batons_for(reader).select_related("node__owner", "campaign")


def holder(baton: Baton) -> Hold | None:
    """Give the turn that is not over; None when nobody holds the baton."""
    return baton.holds.standing().select_related("person", "experiment").first()


def seldom_reached(person: Person, day: date) -> list[Organisation]:
    """Give the organisations but her own that stand on a day, those first where batons have been most seldom; one query."""
    rows = Organisation.objects.standing(day).exclude(pk=person.organisation_id or 0)
    return list(rows.annotate(turns=Count("baton_turns")).order_by("turns", "name_fi", "pk"))


def has_branches(baton: Baton) -> bool:
    """Say whether anything branched off a baton; one query."""
    return Baton.objects.filter(first=baton).exists()


@dataclass(frozen=True)
class Branch:
    """A baton with its turns, each with the batons that branched off there."""

    baton: Baton
    turns: tuple[tuple[Hold, tuple["Branch", ...]], ...]


def tree(baton: Baton, reader: Person | None) -> Branch:
    """Give the baton with which another began, with all that branched off; two queries."""
    root = baton.first_id or baton.pk
    family = list(batons_for(reader).filter(Q(pk=root) | Q(first=root)).order_by("pk"))
    off: dict[int, list[Baton]] = {}
    for each in family:
        if each.split_from_id:
            off.setdefault(each.split_from_id, []).append(each)
    return _branch(family[0], off)


def _branch(baton: Baton, off: dict[int, list[Baton]]) -> Branch:
    turns = list(baton.holds.all())
    return Branch(
        baton, tuple((turn, tuple(_branch(each, off) for each in off.get(turn.pk, ()))) for turn in turns)
    )


@dataclass(frozen=True)
class Thrown:
    """How many batons a campaign threw or led to, and in how many organisations they have been taken."""

    batons: int
    organisations: int


def thrown(campaign: Campaign) -> Thrown:
    """Count the batons of a campaign; one query."""
    counts = next((row[1:] for row in _THROWN(campaign=campaign.pk)), (0, 0))
    return Thrown(*counts)


def turns_open_to(person: Person) -> HoldQuerySet:
    """Give the turns that her organisation is offered and that nobody has taken, but of batons that she gave or whose family she had."""
    if person.organisation_id is None or person.is_guest:
        return Hold.objects.none()
    rows = Hold.objects.standing().filter(
        given_to=GivenTo.UNIT, organisation=person.organisation_id, person=None
    )
    had = Hold.objects.filter(person=person.pk).values(root=_ROOT)
    rows = rows.exclude(given_by=person.pk).alias(root=_ROOT).exclude(root__in=had)
    return rows.select_related("baton").order_by("due_on", "pk")


def turns_of_family(baton: Baton) -> HoldQuerySet:
    """Give the turns of a baton and of all that began with the same: whoever had one of them takes none of the others."""
    root = baton.first_id or baton.pk
    return Hold.objects.filter(Q(baton=root) | Q(baton__first=root))


def late_holds(day: date) -> HoldQuerySet:
    """Give the turns whose last day is past."""
    return Hold.objects.standing().filter(due_on__lt=day).select_related("baton__node")
