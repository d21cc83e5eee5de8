"""The only writers of the trail. The rooms whose things stand on it call these within their own acts."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.people.queries import owner_of_lab
from fiksummin.trail import rules
from fiksummin.trail.choices import Climb
from fiksummin.trail.facts import PromiseMade, PromiseOverdue, TrailGrew, TrailUndone
from fiksummin.trail.models import Contribution, Link, Node, Overdue

CLIMBS = {Climb.OWNER: timedelta(days=1), Climb.ABOVE: timedelta(days=7), Climb.HOST: timedelta(days=14)}
"""How long after the day promised who hears that nothing has happened."""


def enter(
    *, kind: str, by: Person | None, owner: Person | None = None, due_on: date | None = None,
    next_step: str = "", at: datetime | None = None,
) -> Node:  # fmt: skip
    """Put a thing on the trail: open with its owner and the day of the next step, else closed at once. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        if due_on is not None:
            refuse_if(rules.why_not_promise(due_on, next_step, today(at=at)))
        is_open = owner is not None and due_on is not None
        node = Node.objects.create(
            kind=kind, opened_at=at, owner=owner, due_on=due_on, next_step=next_step.strip(),
            closed_at=None if is_open else at,
        )  # fmt: skip
        if is_open and owner is not None:
            announce(PromiseMade(by=by.pk if by else None, node=node.pk, owner=owner.pk))
    return node


def promise(
    *, by: Person | None, node: Node, owner: Person, due_on: date, next_step: str = "", at: datetime | None = None
) -> Node:  # fmt: skip
    """Say who answers for what comes next, and by when; a thing that was closed is open again. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        node = _locked(node)
        refuse_if(rules.why_not_promise(due_on, next_step, today(at=at)))
        node.owner, node.due_on, node.next_step, node.closed_at = owner, due_on, next_step.strip(), None
        node.save(update_fields=["owner", "due_on", "next_step", "closed_at"])
        announce(PromiseMade(by=by.pk if by else None, node=node.pk, owner=owner.pk))
    return node


def close(*, node: Node, at: datetime | None = None) -> Node:
    """Say that nothing more is promised; closing it again changes nothing."""
    with transaction.atomic():
        node = _locked(node)
        if node.closed_at is None:
            node.closed_at = at or now()
            node.save(update_fields=["closed_at"])
    return node


def link(*, by: Person | None, source: Node, target: Node, kind: str, at: datetime | None = None) -> Link:
    """Say that one thing came of another; saying it again changes nothing. Raises NotAllowed when it would lead back."""
    with transaction.atomic():
        standing = Link.objects.filter(source=source, target=target, kind=kind, undone_at=None).first()
        if standing:
            return standing
        refuse_if(rules.why_not_link(source, target))
        row = Link.objects.create(source=source, target=target, kind=kind, at=at or now())
        announce(TrailGrew(by=by.pk if by else None, link=row.pk))
    return row


def undo_link(*, by: Person | None, link: Link, at: datetime | None = None) -> Link:
    """Say that a step was none; it stays with the moment at which it ceased to count."""
    with transaction.atomic():
        link = Link.objects.select_for_update(no_key=True).get(pk=link.pk)
        if link.undone_at is None:
            link.undone_at = at or now()
            link.save(update_fields=["undone_at"])
            announce(TrailUndone(by=by.pk if by else None, link=link.pk))
    return link


def contribute(*, node: Node, person: Person, part: str, at: datetime | None = None) -> None:
    """Note that somebody had a part in a thing; twice is once."""
    with transaction.atomic():
        Contribution.objects.get_or_create(node=node, person=person, part=part, defaults={"at": at or now()})


def withdraw_part(*, node: Node, person: Person, part: str) -> None:
    """Note that somebody has no such part in a thing after all."""
    with transaction.atomic():
        Contribution.objects.filter(node=node, person=person, part=part).delete()


def climb(*, at: datetime) -> int:
    """Tell of promises that are overdue, higher up the longer they are; each is told of once. Answers how many were.

    What was told before costs one query, however many promises are late.
    """
    day = today(at=at)
    late = Node.objects.open().filter(due_on__lt=day)
    before = Overdue.objects.filter(node__in=late.values("pk"), due_on=F("node__due_on"))
    told = set(before.values_list("node", "climb"))
    return sum(
        _tell_overdue(node, node.due_on, climb, at)
        for node in late.order_by("due_on", "pk")
        for climb, after in CLIMBS.items()
        if node.due_on is not None and node.due_on + after <= day and (node.pk, climb) not in told
    )


def hand_over_promises(*, person: Person, at: datetime) -> None:
    """Give what somebody who goes answers for to an owner of the lab; of closed things her name is taken off."""
    with transaction.atomic():
        held = Node.objects.filter(owner=person)
        open_ones = list(held.open().select_for_update(no_key=True).order_by("pk"))
        if open_ones:
            heir = owner_of_lab(but=person)
            held.open().update(owner=heir)
            announce(*(PromiseMade(by=None, node=node.pk, owner=heir.pk) for node in open_ones))
        held.update(owner=None)


def entrust(*, nodes: Iterable[int], owner: Person) -> None:
    """Have somebody answer for some things, by their numbers; what was promised of them stays. Whoever calls tells her."""
    with transaction.atomic():
        numbers = Node.objects.filter(pk__in=list(nodes)).select_for_update(no_key=True).order_by("pk")
        Node.objects.filter(pk__in=[node.pk for node in numbers]).update(owner=owner)


def _tell_overdue(node: Node, due_on: date, climb: Climb, at: datetime) -> int:
    with transaction.atomic():
        told, is_new = Overdue.objects.get_or_create(
            node=node, due_on=due_on, climb=climb, defaults={"at": at}
        )
        if is_new:
            announce(PromiseOverdue(by=None, overdue=told.pk))
    return int(is_new)


def _locked(node: Node) -> Node:
    return Node.objects.select_for_update(no_key=True).get(pk=node.pk)
