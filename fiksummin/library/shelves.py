"""How things of the library and their use are shown on the trail."""

from django.db.models import QuerySet
from django.urls import reverse

from fiksummin.library.choices import Kind
from fiksummin.library.models import Adoption, Item
from fiksummin.library.queries import items_for
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.things import Face, shown


def _item(row: Item) -> Face:
    return Face(row.words.title, reverse("library:item", args=[row.pk]), row.language)


def _adoptions(reader: Person | None) -> QuerySet[Adoption]:
    seen = Item.objects.visible_to(reader).values("pk")
    rows = Adoption.objects.filter(item__in=seen).select_related("organisation")
    return rows.prefetch_related("item__versions", "reports")


def _adoption(row: Adoption) -> Face:
    told = next(report for report in row.reports.all() if report.superseded_at is None)
    words = next(version for version in row.item.versions.all() if version.superseded_at is None)
    url = reverse("library:item", args=[row.item_id]) + f"#adoption-{row.pk}"
    title = f"{words.title}, {row.organisation.short}" if row.organisation else words.title
    return Face(title, url, row.item.language, told.get_result_display())


for _kind in Kind:
    shown(_kind.value, items_for, _item)
shown(NodeKind.ADOPTION, _adoptions, _adoption)
