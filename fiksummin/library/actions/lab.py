"""The lab's own way of working, and what it learnt about itself."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now, today
from fiksummin.library import rules
from fiksummin.library.facts import LabLessonTold, LabModelChanged
from fiksummin.library.models import LabLesson, LabVersion
from fiksummin.library.queries.wishes import LabWish
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.models import Node


def change_lab_model(*, by: Person, wish: LabWish, at: datetime | None = None) -> LabVersion:
    """Write how the lab works now, and because of what it changed. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_lab(by))
        list(LabVersion.objects.select_for_update(no_key=True).order_by("-number")[:1])
        latest = LabVersion.objects.order_by("-number").values_list("number", flat=True).first() or 0
        refuse_field(rules.why_not_lab_words(wish, latest))
        words = {
            f"{name}_{code}": given.get(code, "").strip()
            for name, given in _words(wish)
            for code in LANGUAGES
        }
        row = LabVersion.objects.create(
            number=latest + 1, at=at, by=by, because_of=wish.because_of,
            node=_place(NodeKind.LAB_VERSION, by, wish.because_of, at), **words,
        )  # fmt: skip
        announce(LabModelChanged(by=by.pk, version=row.pk))
    return row


def tell_lab_lesson(
    *, by: Person, text: Mapping[str, str], learnt_on: date, dimension: str, because_of: Node | None = None,
    at: datetime | None = None,
) -> LabLesson:  # fmt: skip
    """Write down what the lab learnt. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_lab(by))
        refuse_field(rules.why_not_lab_lesson(text, learnt_on, dimension, today(at=at)))
        words = {f"text_{code}": text.get(code, "").strip() for code in LANGUAGES}
        row = LabLesson.objects.create(
            learnt_on=learnt_on, dimension=dimension, because_of=because_of, at=at, by=by,
            node=_place(NodeKind.LAB_LESSON, by, because_of, at), **words,
        )  # fmt: skip
        announce(LabLessonTold(by=by.pk, lesson=row.pk))
    return row


def withdraw_lab_lesson(*, by: Person, lesson: LabLesson, at: datetime | None = None) -> LabLesson:
    """Take a lesson off the list; withdrawing it again changes nothing. Raises NotAllowed."""
    with transaction.atomic():
        refuse_if(rules.why_not_lab(by))
        lesson = LabLesson.objects.select_for_update(no_key=True).get(pk=lesson.pk)
        if lesson.withdrawn_at is None:
            lesson.withdrawn_at = at or now()
            lesson.save(update_fields=["withdrawn_at"])
    return lesson


def _place(kind: str, by: Person, because_of: Node | None, at: datetime) -> Node | None:
    """Put what came of something on the trail, after that."""
    if because_of is None:
        return None
    node = trail.enter(kind=kind, by=by, at=at)
    trail.contribute(node=node, person=by, part=Part.WROTE, at=at)
    trail.link(by=by, source=because_of, target=node, kind=LinkKind.LED, at=at)
    return node


def _words(wish: LabWish) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return (("text", wish.text), ("because", wish.because))
