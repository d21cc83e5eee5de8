"""Who hears of the library: those who use something, and those who wrote it."""

from fiksummin.core.facts import later
from fiksummin.library.facts import (
    AdoptionTold,
    ItemChanged,
    ItemRetired,
    KeeperAdded,
    LabLessonTold,
    LabModelChanged,
    ReviewFell,
)
from fiksummin.library.models import Adoption, Item, Keeper, LabLesson, LabVersion, Retirement, Version
from fiksummin.notifications import queries
from fiksummin.notifications.actions import tell
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Link


@later(ItemChanged)
def tell_version(fact: ItemChanged) -> None:
    """Those who use it hear that it has changed, and those who had a part in that because of which it has: each once.

    Those who wrote it, and who follow it or what it changed because of, find it on the page.
    """
    version = Version.objects.select_related("item").filter(pk=fact.version).first()
    if version is None:
        return
    key, item = f"library-version-{version.pk}", version.item
    people, follow = _led_to(version)
    tell(
        key=key, what="library.changed", thing=version.pk, about=_users(item),
        follow=_wrote(item) - people, but=fact.by,
    )  # fmt: skip
    if item.node_id:
        tell(key=key, what="trail.grew", thing=item.node_id, about=people, follow=follow, but=fact.by)


def _led_to(version: Version) -> tuple[set[int], set[int]]:
    """Give who had a part in what led to a version, and who follows that; nobody where the same had changed it before."""
    item, because_of = version.item, version.because_of_id
    links = Link.objects.filter(source=because_of, target=item.node_id, kind=LinkKind.LED, undone_at=None)
    before = item.versions.filter(because_of=because_of, number__lt=version.number)
    if because_of is None or before.exists() or not links.exists():
        return set(), set()
    return _behind(because_of)


@later(KeeperAdded)
def tell_keeper(fact: KeeperAdded) -> None:
    """Who is to keep something up from now on hears of it."""
    row = Keeper.objects.filter(pk=fact.keeper, item__node__isnull=False).exclude(person=None).first()
    if row and row.person_id:
        tell(
            key=f"library-keeper-{row.pk}",
            what="library.keeper",
            thing=row.pk,
            about=[row.person_id],
            but=fact.by,
        )


@later(ItemRetired)
def tell_retired(fact: ItemRetired) -> None:
    """Those who use it or wrote it hear that it is out of use, and what replaces it."""
    row = Retirement.objects.select_related("item").filter(pk=fact.retirement, undone_at=None).first()
    if row:
        about = _users(row.item) | _wrote(row.item)
        tell(
            key=f"retirement-{row.pk}", what="library.retired", thing=row.pk, about=about,
            follow=_follows(row.item), but=fact.by,
        )  # fmt: skip


@later(AdoptionTold)
def tell_how_it_goes(fact: AdoptionTold) -> None:
    """Those who wrote it, and who follow it, find on the page how it goes elsewhere."""
    adoption = Adoption.objects.select_related("item").filter(pk=fact.adoption).first()
    if adoption:
        key = f"adoption-{adoption.pk}-{adoption.reports.count()}"
        tell(key=key, what="library.told", thing=adoption.pk, follow=_wrote(adoption.item), but=fact.by)


@later(ReviewFell)
def tell_whose_check_it_is(fact: ReviewFell) -> None:
    """Whoever is asked next to check what nobody has checked hears of it."""
    item = Item.objects.select_related("node").filter(pk=fact.item, node__owner__isnull=False).first()
    if item and item.node and item.node.owner_id:
        key = f"promise-{item.node.pk}-{item.node.due_on}"
        tell(key=key, what="library.fell", thing=item.node.pk, about=[item.node.owner_id], but=fact.by)


@later(LabModelChanged)
def tell_lab_model(fact: LabModelChanged) -> None:
    """All who had a part in that because of which the lab works otherwise hear of it."""
    row = LabVersion.objects.filter(pk=fact.version, because_of__isnull=False).first()
    if row and row.because_of_id:
        people, follow = _behind(row.because_of_id)
        key = f"lab-version-{row.pk}"
        tell(key=key, what="lab.changed", thing=row.pk, about=people, follow=follow, but=fact.by)


@later(LabLessonTold)
def tell_lab_lesson(fact: LabLessonTold) -> None:
    """All who had a part in that from which the lab learnt something hear of it."""
    row = LabLesson.objects.filter(pk=fact.lesson, because_of__isnull=False, withdrawn_at=None).first()
    if row and row.because_of_id:
        people, follow = _behind(row.because_of_id)
        tell(
            key=f"lab-lesson-{row.pk}",
            what="lab.learnt",
            thing=row.pk,
            about=people,
            follow=follow,
            but=fact.by,
        )


def _behind(node: int) -> tuple[set[int], set[int]]:
    """Give who had a part in a thing or in what led to it, and who follows it."""
    return set(queries.parts_in([node])), queries.followers([node])


def _users(item: Item) -> set[int]:
    """Give who uses it still."""
    rows = item.adoptions.filter(reports__superseded_at=None, reports__ended=False).exclude(person=None)
    return set(rows.values_list("person", flat=True))


def _wrote(item: Item) -> set[int]:
    """Give who keeps it up, and who follows it."""
    kept = set(item.keepers.exclude(person=None).values_list("person", flat=True))
    return kept | _follows(item)


def _follows(item: Item) -> set[int]:
    return queries.followers([item.node_id]) if item.node_id else set()
