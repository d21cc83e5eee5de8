"""What is said of the library and of its use."""

from textwrap import shorten

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.library.choices import Kind
from fiksummin.library.models import Adoption, Item, Keeper, LabLesson, LabVersion, Retirement, Version
from fiksummin.notifications.sentences.trail import of_nodes, still_overdue
from fiksummin.notifications.things import kept_on, said
from fiksummin.people.models import Person
from fiksummin.trail.models import Node
from fiksummin.trail.things import Face


def _versions(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Version.objects.filter(pk__in=numbers).values_list("pk", "item__node"), reader)


def _retirements(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Retirement.objects.filter(pk__in=numbers).values_list("pk", "item__node"), reader)


def _keepers(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Keeper.objects.filter(pk__in=numbers).values_list("pk", "item__node"), reader)


def _adoptions(numbers: set[int], reader: Person) -> dict[int, Face]:
    return of_nodes(Adoption.objects.filter(pk__in=numbers).values_list("pk", "node"), reader)


def _lab_versions(numbers: set[int], _reader: Person) -> dict[int, Face]:
    page = reverse("library:lab_model")
    return {
        row.pk: Face(str(_("How the lab works")), page) for row in LabVersion.objects.filter(pk__in=numbers)
    }


def _lab_lessons(numbers: set[int], _reader: Person) -> dict[int, Face]:
    page = reverse("library:lab_lesson_list")
    rows = LabLesson.objects.filter(pk__in=numbers, withdrawn_at=None)
    return {row.pk: Face(shorten(str(row.text), 80, placeholder="…"), page) for row in rows}


def _still_retired(numbers: set[int]) -> set[int]:
    rows = Retirement.objects.filter(pk__in=numbers, undone_at=None)
    return set(rows.values_list("pk", flat=True))


def _to_check(numbers: set[int]) -> set[int]:
    """Tell what is in use and still to be checked by others than whoever published it."""
    fallen = Item.objects.in_use().filter(node__in=numbers).exclude(keeping="owner")
    return set(Node.objects.open().filter(pk__in=fallen.values("node")).values_list("pk", flat=True))


kept_on("library_version", _versions)
kept_on("retirement", _retirements)
kept_on("adoption", _adoptions)
kept_on("keeper", _keepers)
kept_on("lab_version", _lab_versions)
kept_on("lab_lesson", _lab_lessons)

said("library.changed", _("Something that you use or had a part in has a new version"), "library_version")
said(
    "library.retired",
    _("Something that you use or had a part in is out of use"),
    "retirement",
    stands=_still_retired,
)
said("library.keeper", _("You were asked to keep something in the library up, too"), "keeper")
said("library.told", _("It was told how something works that you wrote"), "adoption")
said("lab.changed", _("The lab works otherwise because of something in which you had a part"), "lab_version")
said("lab.learnt", _("The lab learnt something from what you had a part in"), "lab_lesson")
said(
    "library.fell",
    _("Nobody has checked something in the library: it is yours to check now"),
    "node",
    stands=_to_check,
)
for _kind in Kind:
    said(
        f"overdue.owner.{_kind}",
        _("Check whether what you wrote in the library still holds"),
        "overdue",
        stands=still_overdue,
    )
    said(
        f"overdue.host.{_kind}",
        _("Nobody has checked something in the library for two weeks"),
        "overdue",
        stands=still_overdue,
    )
