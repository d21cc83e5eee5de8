"""What follows an event when its time is another: its programme, the offers that wait for an answer, invitations by mail."""

from datetime import datetime

from fiksummin.core.errors import Invalid
from fiksummin.core.time import exists
from fiksummin.events import queries, rules
from fiksummin.events.choices import LinkKind
from fiksummin.events.models import Event, ProgrammeItem, Registration


def move_programme(event: Event, was_start: datetime, was_end: datetime) -> None:
    """Let the parts of the programme keep their distance to the beginning, by the wall clock.

    An event of which only the beginning or the end is another is longer or shorter: its parts stay
    at their hours. Raises Invalid for a part that would be outside the event.
    """
    parts = list(event.programme.all())
    if event.starts_at != was_start and event.ends_at != was_end:
        for part in parts:
            part.starts_at = _moved(part.starts_at, event, was_start)
        ProgrammeItem.objects.bulk_update(parts, ["starts_at"])
    if refusal := rules.why_not_outside(event, parts):
        raise Invalid(refusal.sentence, refusal.field)


def stay_lost(event: Event, was: Event, places: int) -> None:
    """Let an event that lost its place still say so, unless it has another or its place is not shut at its new time.

    Without ``places`` on site it needs none.
    """
    same = (event.site_id, event.place) == (was.site_id, was.place) and places > 0
    if was.lost_space_at is None or event.booking_id is not None or not same:
        return
    to = queries.shutting(event) if was.lost_to_id else None
    if to is not None or was.lost_to_id is None or queries.lost_booking(event):
        event.lost_space_at, event.lost_to = was.lost_space_at, to
        event.save(update_fields=["lost_space_at", "lost_to"])


def shorten_offers(event: Event) -> None:
    """Let no offer wait longer than until the event begins; the letter about the change tells until when."""
    open_ = Registration.objects.standing().filter(event=event, confirmed_at=None, pool__isnull=False)
    for row in open_.filter(offer_due_at__gt=event.starts_at):
        row.offer_due_at, row.sequence = event.starts_at, row.sequence + 1
        row.save(update_fields=["offer_due_at", "sequence"])


def keep_invitations(event: Event) -> None:
    """Let whoever was invited by mail and has not answered register as long as everybody can."""
    event.links.filter(kind=LinkKind.INVITED, used_at=None).update(due_at=event.closes_at)


def _moved(at: datetime, event: Event, was_start: datetime) -> datetime:
    """Move a moment as far as the beginning went by the wall clock; by as much time when no such hour comes."""
    start, before, local = (each.astimezone(event.zone) for each in (event.starts_at, was_start, at))
    wall = local.replace(tzinfo=None) - before.replace(tzinfo=None) + start.replace(tzinfo=None)
    found = wall.replace(tzinfo=event.zone)
    if not exists(found) or not event.starts_at <= found < event.ends_at:
        return event.starts_at + (at - was_start)
    return found.astimezone(at.tzinfo)
