"""Why somebody cannot change how the lab works, or write down what it learnt."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.wording import why_not_text
from fiksummin.library.models.lab import LONGEST_CHANGE, LONGEST_LESSON, LONGEST_MODEL
from fiksummin.library.queries.wishes import LabWish
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.trail.choices import Dimension


def why_not_lab(person: Person) -> str:
    """Say why somebody cannot write for the lab: its owners and editors do."""
    return "" if person.may_somewhere(RoleKind.EDITOR) else _("Owners and editors of the lab write this.")


def why_not_lab_words(wish: LabWish, number: int) -> tuple[str, str]:
    """Give the sentence about what is wrong with a version after another, and its field: a later one says because of what."""
    if wish.number != number:
        return AsItStands(
            _("Somebody changed it meanwhile. Look at it as it is now, and then change it.")
        ), ""
    if refusal := _why_not_tongues(wish.text, "text", LONGEST_MODEL, owed=True):
        return refusal
    return _why_not_tongues(wish.because, "because", LONGEST_CHANGE, owed=number > 0) or ("", "")


def why_not_lab_lesson(
    text: Mapping[str, str], learnt_on: date, dimension: str, today: date
) -> tuple[str, str]:
    """Give the sentence about what is wrong with a lesson of the lab, and its field."""
    if refusal := _why_not_tongues(text, "text", LONGEST_LESSON, owed=True):
        return refusal
    if learnt_on > today:
        return _("The day is still to come."), "learnt_on"
    if dimension not in Dimension.values:
        return _("Choose from the list."), "dimension"
    return "", ""


def _why_not_tongues(words: Mapping[str, str], name: str, most: int, *, owed: bool) -> tuple[str, str] | None:
    for code in LANGUAGES:
        if refusal := why_not_text(words.get(code, ""), most, owed=owed and code == "fi"):
            return refusal, f"{name}_{code}"
    return None
