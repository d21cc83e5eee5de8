"""What becomes of what a visitor leaves."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.spaces.actions import claims
from fiksummin.spaces.models import Instruction, Message, Visit


def _visits(person: int) -> Rows:
    fields = (
        "starts_at",
        "ends_at",
        "people",
        "note",
        "announced_at",
        "cancelled_at",
        "arrived_at",
        "left_at",
    )
    return list(Visit.objects.filter(person=person).values("site__name_fi", *fields))


def _forget_visits(person: int) -> None:
    """Whoever came is still counted, and seen at the desk, like somebody who came unannounced; the rest goes."""
    own = Visit.objects.filter(person=person)
    own.exclude(arrived_at=None).update(person=None, note="")
    for visit in own.select_related("hold"):
        claims.release(visit.hold)
        visit.delete()
    for role in ("announced_by", "cancelled_by", "arrived_by", "left_by"):
        Visit.objects.filter(**{role: person}).update(**{role: None})


def _messages(person: int) -> Rows:
    rows = Message.objects.filter(Q(by=person) | Q(visit__person=person))
    return [dict(row) for row in rows.values("visit_id", "text", "sent_at")]


def _forget_messages(person: int) -> None:
    Message.objects.filter(Q(by=person) | Q(visit__person=person)).delete()


def _instructions(person: int) -> Rows:
    rows = Instruction.objects.filter(owner=person).values("site__name_fi", "title_fi", "reviewed_on")
    return [dict(row) for row in rows]


def _forget_instructions(person: int) -> None:
    Instruction.objects.filter(owner=person).update(owner=None)


declare(
    "spaces.Message",
    purpose=_("Words between the host and the visitor about a visit"),
    export=_messages,
    erase=_forget_messages,
)
declare(
    "spaces.Visit",
    purpose=_("Receiving you at the site; two weeks after the visit only a count remains"),
    export=_visits,
    erase=_forget_visits,
)
declare(
    "spaces.Instruction",
    purpose=_("Who looks after an instruction"),
    export=_instructions,
    erase=_forget_instructions,
)
