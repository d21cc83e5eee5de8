"""Who was invited to an event by mail, and what she answered."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from fiksummin.events.choices import LinkKind
from fiksummin.events.models import Event, Link, Registration
from fiksummin.people.models import Person


@dataclass(frozen=True)
class Invited:
    """Somebody who was invited, and her registration if she has one."""

    link: Link
    registration: Registration | None
    is_open: bool


def invited(event: Event, at: datetime) -> list[Invited]:
    """List those who were invited by mail, in the order of the invitations; with an account or without, all alike."""
    links = list(
        event.links.filter(kind=LinkKind.INVITED).select_related("registration__pool").order_by("pk")
    )
    emails = [link.email for link in links if link.registration_id is None]
    rows = Registration.objects.standing().filter(event=event, person__email__in=emails)
    by_email = {str(row.person.email): row for row in rows.select_related("pool", "person") if row.person}
    found = []
    for link in links:
        row = link.registration or by_email.get(link.email)
        if row:
            row.event = event
        is_open = row is None and link.withdrawn_at is None and at < link.due_at
        found.append(Invited(link, row, is_open))
    return found


def standing_invitation(event: Event, email: str, at: datetime) -> Link | None:
    """Give the invitation of an address by which she can still register, or has; who gave her place up can be invited again."""
    sent = event.links.filter(kind=LinkKind.INVITED, email=email, withdrawn_at=None)
    if Registration.objects.standing().filter(event=event, person__email=email).exists():
        return sent.first()
    is_open = Q(used_at=None, due_at__gt=at)
    return sent.filter(is_open | Q(used_at__isnull=False, registration__ended_at=None)).first()


def account_of(email: str) -> Person | None:
    """Give whoever has an account with an address. That there is one is told to nobody."""
    return Person.objects.get_queryset().filter(email=email, is_active=True).first()
