"""Putting an event or a takeaway on the trail, when something comes of it."""

from datetime import datetime

from django.db import transaction

from fiksummin.events.choices import Part
from fiksummin.events.models import Event, EventOnTrail, EventPerson, Takeaway, TakeawayOnTrail
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind
from fiksummin.trail.choices import Part as Contributed
from fiksummin.trail.models import Node


def event_on_trail(*, event: Event, at: datetime) -> Node:
    """Give the event its place on the trail, as of its beginning, with its organisers; again, it is the same place."""
    with transaction.atomic():
        Event.objects.select_for_update(no_key=True, of=("self",)).get(pk=event.pk)
        standing = EventOnTrail.objects.select_related("node").filter(pk=event.pk).first()
        if standing is not None:
            return standing.node
        node = trail.enter(kind=NodeKind.EVENT, by=None, at=min(event.starts_at, at))
        EventOnTrail.objects.create(event=event, node=node)
        for row in EventPerson.objects.filter(event=event, part=Part.ORGANISER).select_related("person"):
            trail.contribute(node=node, person=row.person, part=Contributed.HOSTED, at=at)
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
