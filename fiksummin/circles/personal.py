"""What becomes of what somebody leaves with communities."""

from django.utils.translation import gettext_lazy as _

from fiksummin.circles import actions
from fiksummin.circles.models import Asking, Circle, Membership
from fiksummin.core.personal import Rows, declare
from fiksummin.core.time import now


def _memberships(person: int) -> Rows:
    rows = Membership.objects.filter(person=person)
    return [dict(row) for row in rows.values("circle__name", "joined_at", "keeper_at")]


def _forget_memberships(person: int) -> None:
    actions.forget_member(person=person, at=now())


def _askings(person: int) -> Rows:
    names = ("circle__name", "at", "words", "invited_at", "state", "answered_at", "answer")
    return [dict(row) for row in Asking.objects.filter(person=person).values(*names)]


def _circles(person: int) -> Rows:
    return [dict(row) for row in Circle.objects.filter(founded_by=person).values("name", "founded_at")]


def _forget_circles(person: int) -> None:
    for role in ("founded_by", "ended_by"):
        Circle.objects.filter(**{role: person}).update(**{role: None})


declare(
    "circles.Membership", purpose=_("The communities that you belong to or keep"), export=_memberships,
    erase=_forget_memberships,
)  # fmt: skip
declare(
    "circles.Asking", purpose=_("Your requests to join communities, and invitations to them"),
    export=_askings, erase=None,
)  # fmt: skip
declare(
    "circles.Circle", purpose=_("Communities that you founded; without your name when you leave"),
    export=_circles, erase=_forget_circles,
)  # fmt: skip
