"""Who was invited to an event by mail, and what she answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from fiksummin.events.choices import LinkKind
from fiksummin.events.models import Event, Link, Registration
from fiksummin.events.queries.standing import standing_at_address
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
    by_email = _by_address(event, emails)
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
    if standing_at_address(event, email):
        return sent.first()
    return sent.filter(used_at=None, due_at__gt=at).first()


def registered_among(event: Event, guests: Iterable[tuple[str, str]]) -> list[str]:
    """Give the names, as they were written, of those (by name and address) who are registered; one query."""
    rows = list(guests)
    known = _by_address(event, [email for _name, email in rows])
    return [name for name, email in rows if email in known]


def _by_address(event: Event, emails: list[str]) -> dict[str, Registration]:
    whose = Q(person__email__in=emails) | Q(guest_email__in=[email for email in emails if email])
    rows = Registration.objects.standing().filter(whose, event=event).select_related("pool", "person")
    return {str(row.person.email) if row.person else row.guest_email: row for row in rows}


def account_of(email: str) -> Person | None:
    """Give whoever has an account with an address. That there is one is told to nobody."""
    return Person.objects.get_queryset().filter(email=email, is_active=True).first()
