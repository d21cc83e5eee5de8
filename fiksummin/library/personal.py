"""What becomes of what somebody leaves in the library."""

from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.library.models import (
    Adoption,
    Check,
    Keeper,
    LabLesson,
    LabVersion,
    Retirement,
    ToolRuling,
    Version,
)


def _kept(person: int) -> Rows:
    rows = Version.objects.filter(item__keepers__person=person, superseded_at=None)
    return [dict(row) for row in rows.values("item__kind", "title", "texts", "item__published_at")]


def _forget_keepers(person: int) -> None:
    Keeper.objects.filter(person=person).update(person=None)


def _versions(person: int) -> Rows:
    rows = Version.objects.filter(by=person)
    return [dict(row) for row in rows.values("title", "number", "changed", "because", "at")]


def _forget_versions(person: int) -> None:
    Version.objects.filter(by=person).update(by=None)


def _adoptions(person: int) -> Rows:
    names = ("item", "reports__place", "reports__how", "reports__result", "reports__rating", "reports__at")
    return [dict(row) for row in Adoption.objects.filter(person=person).values(*names)]


def _forget_adoptions(person: int) -> None:
    Adoption.objects.filter(person=person).update(person=None)


def _rulings(person: int) -> Rows:
    names = ("item", "organisation__name_fi", "ruling", "note", "at")
    return [dict(row) for row in ToolRuling.objects.filter(by=person).values(*names)]


def _forget_rulings(person: int) -> None:
    ToolRuling.objects.filter(by=person).update(by=None)


def _forget_checks(person: int) -> None:
    Check.objects.filter(by=person).update(by=None)


def _forget_retirements(person: int) -> None:
    Retirement.objects.filter(by=person).update(by=None)


def _forget_lab_versions(person: int) -> None:
    LabVersion.objects.filter(by=person).update(by=None)


def _forget_lab_lessons(person: int) -> None:
    LabLesson.objects.filter(by=person).update(by=None)


declare(
    "library.Keeper", purpose=_("What you keep up in the library; without your name when you leave"),
    export=_kept, erase=_forget_keepers,
)  # fmt: skip
declare(
    "library.Version", purpose=_("Versions that you wrote; without your name when you leave"),
    export=_versions, erase=_forget_versions,
)  # fmt: skip
declare(
    "library.Adoption", purpose=_("What you use from the library; without your name when you leave"),
    export=_adoptions, erase=_forget_adoptions,
)  # fmt: skip
declare(
    "library.ToolRuling", purpose=_("What you said of the tools that your agency permits"),
    export=_rulings, erase=_forget_rulings,
)  # fmt: skip
declare("library.Check", purpose=_("Who checked something"), export=None, erase=_forget_checks)
declare(
    "library.Retirement", purpose=_("Who took something out of use"), export=None, erase=_forget_retirements
)
declare(
    "library.LabVersion", purpose=_("Who wrote how the lab works"), export=None, erase=_forget_lab_versions
)
declare(
    "library.LabLesson",
    purpose=_("Who wrote down a lesson of the lab"),
    export=None,
    erase=_forget_lab_lessons,
)
