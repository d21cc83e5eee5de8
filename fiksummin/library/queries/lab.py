"""The lab's own way of working and its lessons, as they are read."""

from django.db.models import QuerySet

from fiksummin.library.models import LabLesson, LabVersion


def lab_versions() -> QuerySet[LabVersion]:
    """Give how the lab has worked, the newest first."""
    return LabVersion.objects.select_related("because_of", "node").order_by("-number")


def lab_model() -> LabVersion | None:
    """Give how the lab works now; None before anybody wrote it down."""
    return lab_versions().first()


def lab_lessons() -> QuerySet[LabLesson]:
    """Give what the lab learnt about itself, the newest first."""
    return LabLesson.objects.filter(withdrawn_at=None)
