"""What is said of steps on the trail, and of promises."""

from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from fiksummin.experiments.models import Reception
from fiksummin.notifications.things import kept_on, said
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.models import Link, Node, Overdue
from fiksummin.trail.things import Face, faces


def nodes(numbers: set[int], reader: Person) -> dict[int, Face]:
    """Give the faces of things on the trail."""
    return faces(Node.objects.filter(pk__in=numbers), reader)


def of_nodes(rows: Iterable[tuple[int, int]], reader: Person) -> dict[int, Face]:
    """Give faces to what points at things on the trail: pairs of its own number and the thing's."""
    pairs = list(rows)
    seen = nodes({node for _own, node in pairs}, reader)
    return {own: seen[node] for own, node in pairs if node in seen}


def _overdue(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Overdue.objects.filter(pk__in=numbers).values_list("pk", "node"), reader)


def still_overdue(numbers: set[int]) -> set[int]:
    """Tell of which the day promised is still the same, and nothing has happened."""
    rows = Overdue.objects.filter(pk__in=numbers, node__closed_at=None, node__due_on=F("due_on"))
    return set(rows.values_list("pk", flat=True))


def still_hers(numbers: set[int], reader: int) -> set[int]:
    """Tell for which things somebody still answers herself."""
    return set(Node.objects.open().filter(pk__in=numbers, owner=reader).values_list("pk", flat=True))


def _still_named(numbers: set[int], reader: int) -> set[int]:
    """Tell which lessons somebody is to answer: who left one to others answers for it, too, and is not named."""
    rows = Reception.objects.filter(node__in=numbers, person=reader, answered_at=None)
    return set(rows.values_list("node", flat=True))


def _linked(numbers: set[int]) -> set[int]:
    """Tell of which something is still said to have come of another."""
    links = Link.objects.filter(target__in=numbers, undone_at=None)
    return set(links.values_list("target", flat=True))


kept_on("node", nodes)
kept_on("overdue", _overdue)

said("trail.grew", _("Something came of what you had a part in"), "node", stands=_linked)
said("trail.tried", _("An idea in which you have a part is being tried out"), "node", stands=_linked)
said(
    "trail.repeated",
    _("An experiment in which you have a part is repeated elsewhere"),
    "node",
    stands=_linked,
)
said("trail.handed", _("An experiment was begun with the baton"), "node", stands=_linked)
said("trail.modelled", _("What you had a part in was written down for others to use"), "node", stands=_linked)
said("trail.adopted", _("What you had a part in was taken into use elsewhere"), "node", stands=_linked)
said(
    "trail.asked",
    _("An idea in which you have a part is a theme of a season of events"),
    "node",
    stands=_linked,
)
said("trail.promised", _("The next step is yours"), "node", stands_for=still_hers)
said(f"trail.promised.{NodeKind.IDEA}", _("An idea waits for your answer"), "node", stands_for=still_hers)
said(
    f"trail.promised.{NodeKind.OUTCOME}",
    _("You were named to receive a lesson: tell what becomes of it"),
    "node",
    stands_for=_still_named,
)
said(
    "overdue.owner",
    _("The day that you promised is past, and nothing has happened"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.owner.{NodeKind.EXPERIMENT}",
    _("The last day of your experiment is past: tell whether it works"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.owner.{NodeKind.BATON}",
    _("The baton has stood still with you past its day: hand it on, or pass it on"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.owner.{NodeKind.BATON}.given",
    _("Nobody has in hand a baton for which you answer: give it to somebody else"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.owner.{NodeKind.OUTCOME}.given",
    _("Nobody sees to a lesson for which you answer: leave it to somebody else"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.owner.{NodeKind.OUTCOME}",
    _("A lesson waits for you to tell what becomes of it"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.owner.{NodeKind.RESULT}",
    _("The day of a next step after an event is past: tell when it is taken"),
    "overdue",
    stands=still_overdue,
)
said(
    "overdue.above",
    _("Something that belongs to you is past its promised day"),
    "overdue",
    stands=still_overdue,
)
said(
    "overdue.host",
    _("A promise has not been kept for two weeks: see to it as a host"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.host.{NodeKind.IDEA}",
    _("An idea has waited for two weeks past its day: entrust it to somebody else"),
    "overdue",
    stands=still_overdue,
)
said(
    f"overdue.host.{NodeKind.BATON}",
    _("A baton has stood still for two weeks: you may free it"),
    "overdue",
    stands=still_overdue,
)
