"""Putting an event, a takeaway or an outcome on the trail, when something comes of it."""

from datetime import datetime

from django.db import transaction

from fiksummin.events.choices import OutcomeKind, Part
from fiksummin.events.models import (
    Event,
    EventOnTrail,
    EventPerson,
    Outcome,
    OutcomeOnTrail,
    Takeaway,
    TakeawayOnTrail,
)
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind
from fiksummin.trail.choices import Part as Contributed
from fiksummin.trail.models import LONGEST_STEP, Link, Node


def event_on_trail(*, event: Event, at: datetime) -> Node:
    """Give the event its place on the trail, as of its beginning, with all who had a part; again, it is the same place."""
    with transaction.atomic():
        Event.objects.select_for_update(no_key=True, of=("self",)).get(pk=event.pk)
        standing = EventOnTrail.objects.select_related("node").filter(pk=event.pk).first()
        if standing is not None:
            return standing.node
        node = trail.enter(kind=NodeKind.EVENT, by=None, at=min(event.starts_at, at))
        EventOnTrail.objects.create(event=event, node=node)
        for row in EventPerson.objects.filter(event=event, part=Part.ORGANISER).select_related("person"):
            trail.contribute(node=node, person=row.person, part=Contributed.HOSTED, at=at)
        for told in Takeaway.objects.filter(event=event, person__isnull=False).select_related("person"):
            note_told(takeaway=told, at=at)
    return node


def takeaway_on_trail(*, takeaway: Takeaway, at: datetime) -> Node:
    """Give the takeaway its place on the trail, after its event's; again, it is the same place."""
    with transaction.atomic():
        source = event_on_trail(event=takeaway.event, at=at)
        standing = TakeawayOnTrail.objects.select_related("node").filter(pk=takeaway.pk).first()
        if standing is not None:
            return standing.node
        node = trail.enter(kind=NodeKind.TAKEAWAY, by=None, at=min(takeaway.made_at, at))
        TakeawayOnTrail.objects.create(takeaway=takeaway, node=node)
        if takeaway.person is not None:
            trail.contribute(node=node, person=takeaway.person, part=Contributed.WROTE, at=at)
        trail.link(by=None, source=source, target=node, kind=LinkKind.TOOK_AWAY, at=at)
    return node


def note_told(*, takeaway: Takeaway, at: datetime) -> None:
    """Note that whoever told what she took away had a part in an event that stands on the trail."""
    place = EventOnTrail.objects.select_related("node").filter(pk=takeaway.event_id).first()
    if place is not None and takeaway.person is not None:
        trail.contribute(node=place.node, person=takeaway.person, part=Contributed.TOLD, at=at)


def forget_told(*, event: Event, person: Person) -> None:
    """Note that somebody told nothing after all."""
    place = EventOnTrail.objects.select_related("node").filter(pk=event.pk).first()
    if place is not None:
        trail.withdraw_part(node=place.node, person=person, part=Contributed.TOLD)


def outcome_on_trail(*, by: Person, outcome: Outcome, at: datetime) -> Node:
    """Give the outcome its place on the trail, after its event's; again, it is the same place.

    A next step that is not taken yet stays open, with its owner and its day. Raises NotAllowed when that day is past.
    """
    with transaction.atomic():
        source = event_on_trail(event=outcome.event, at=at)
        standing = OutcomeOnTrail.objects.select_related("node").filter(pk=outcome.pk).first()
        if standing is not None:
            return standing.node
        is_open = outcome.kind == OutcomeKind.NEXT_STEP and outcome.done_at is None
        node = trail.enter(
            kind=NodeKind.RESULT, by=by, owner=outcome.owner if is_open else None,
            due_on=outcome.due_on if is_open else None, next_step=outcome.text[:LONGEST_STEP], at=at,
        )  # fmt: skip
        OutcomeOnTrail.objects.create(outcome=outcome, node=node)
        if not is_open and outcome.owner is not None:
            trail.contribute(node=node, person=outcome.owner, part=Contributed.DECIDED, at=at)
        trail.link(by=by, source=source, target=node, kind=LinkKind.LED, at=at)
    return node


def outcome_taken(*, outcome: Outcome, at: datetime) -> None:
    """Note that a next step is taken, and by whom."""
    place = OutcomeOnTrail.objects.select_related("node").filter(pk=outcome.pk).first()
    if place is not None:
        trail.close(node=place.node, at=at)
        if outcome.owner is not None:
            trail.contribute(node=place.node, person=outcome.owner, part=Contributed.RAN, at=at)


def outcome_off_trail(*, by: Person, outcome: Outcome, at: datetime) -> None:
    """Take an outcome off the trail: nothing more is promised, and it came of nothing."""
    place = OutcomeOnTrail.objects.select_related("node").filter(pk=outcome.pk).first()
    if place is not None:
        trail.close(node=place.node, at=at)
        for link in Link.objects.filter(target=place.node, undone_at=None).order_by("pk"):
            trail.undo_link(by=by, link=link, at=at)
