"""Who hears of what happens to an event besides those who registered."""

from collections.abc import Iterator
from itertools import chain

from django.db.models import QuerySet

from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.events.choices import LinkKind
from fiksummin.events.facts import NewDaySought
from fiksummin.events.models import Event, EventPerson, Invitation, Link
from fiksummin.events.queries.after import followers
from fiksummin.people.models import Person


def holding(event: Event, but: int | None) -> list[Person]:
    """Give those who hold an event or receive people at it, but not whoever (an id) did it herself."""
    rows = event.people.exclude(person=but) if but else event.people.all()
    return list({row.person_id: row.person for row in rows.select_related("person")}.values())


def planned_with(row: EventPerson) -> QuerySet[EventPerson]:
    """The same part of somebody at the other events of a series that were planned in the same act."""
    event = row.event
    same = {
        "event__series": event.series_id,
        "event__made_at": event.made_at,
        "event__made_by": event.made_by_id,
    }
    others = EventPerson.objects.filter(person=row.person_id, part=row.part, **same).exclude(event=event)
    return others if event.series_id else others.none()


def hears_otherwise(row: EventPerson) -> bool:
    """Say whether a letter of another event planned in the same act, or the answer to her invitation, tells her of her part."""
    if planned_with(row).filter(event__lt=row.event_id).exists():
        return True
    return Invitation.objects.filter(event=row.event_id, made_by=row.person_id).exists()


def hears_of_new_day(event: Event, by: int | None) -> Person | None:
    """Give whoever invited the lab to an event that was called off, if a letter tells her that another day is sought.

    None tells it to whoever (an id) called it off herself.
    """
    told = Entry.objects.filter(fact=NewDaySought.name(), data__event=event.pk)
    data = told.values_list("data", flat=True).first()
    rows = Invitation.objects.unsettled().exclude(accepted_at=None).select_related("made_by")
    invitation = rows.filter(pk=data["invitation"]).first() if data else None
    return invitation.made_by if invitation and invitation.made_by_id != by else None


def unanswered_invitations(event: Event) -> QuerySet[Link]:
    """The letters of those who were invited, may still register, and have not."""
    return event.links.filter(
        kind=LinkKind.INVITED, used_at=None, withdrawn_at=None, due_at__gt=now()
    ).order_by("pk")


def interested(event: Event) -> Iterator[Person | Link]:
    """Give those who follow a published event, and the letters of those who were invited and have not answered."""
    return chain(followers(event), unanswered_invitations(event)) if event.published_at else iter(())
