"""What becomes of what somebody leaves on the trail."""

from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.trail import actions
from fiksummin.trail.models import Contribution, Node


def _promises(person: int) -> Rows:
    return [
        dict(row)
        for row in Node.objects.filter(owner=person).values("kind", "next_step", "due_on", "closed_at")
    ]


def _hand_over(person: int) -> None:
    actions.hand_over_promises(person=Person.objects.get_queryset().get(pk=person), at=now())


def _parts(person: int) -> Rows:
    return [
        dict(row) for row in Contribution.objects.filter(person=person).values("node__kind", "part", "at")
    ]


def _forget_parts(person: int) -> None:
    Contribution.objects.filter(person=person).delete()


declare("trail.Node", purpose=_("What you answer for"), export=_promises, erase=_hand_over)
declare("trail.Contribution", purpose=_("What you had a part in"), export=_parts, erase=_forget_parts)
