"""How things of the library and their use are shown on the trail."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from fiksummin.library.choices import Kind
from fiksummin.library.models import Adoption, Item, LabLesson, LabVersion
from fiksummin.library.queries import items_for, lab_lessons
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


def _lab_versions(_reader: Person | None) -> QuerySet[LabVersion]:
    return LabVersion.objects.all()


def _lab_version(row: LabVersion) -> Face:
    title = _("How the lab works, version %(number)s") % {"number": row.number}
    return Face(title, reverse("library:lab_model_version", args=[row.number]))


def _lab_lessons(_reader: Person | None) -> QuerySet[LabLesson]:
    return lab_lessons()


def _lab_lesson(row: LabLesson) -> Face:
    page = reverse("library:lab_lesson_list")
    return Face(
        Truncator(str(row.text)).words(12), f"{page}#lesson-{row.pk}", getattr(row.text, "language", "")
    )


for _kind in Kind:
    shown(_kind.value, items_for, _item)
shown(NodeKind.ADOPTION, _adoptions, _adoption)
shown(NodeKind.LAB_VERSION, _lab_versions, _lab_version)
shown(NodeKind.LAB_LESSON, _lab_lessons, _lab_lesson)
