"""An event that was to be on site is held online: in one act, and everybody keeps what she has."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.actions import holding
from fiksummin.events.actions.auditing import note_places
from fiksummin.events.actions.changing import keep_reason
from fiksummin.events.actions.order import locked
from fiksummin.events.actions.queue import serve_queue
from fiksummin.events.choices import Mode
from fiksummin.events.facts import EventChanged
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.people.models import Person

MOVED = ["online_link", "booking", "lost_space_at", "lost_to", "sequence", "changed_at"]


def hold_online(
    *, by: Person, event: Event, link: str = "", reason: str = "", at: datetime | None = None
) -> Event:
    """Hold an event online instead of on site: places, offers and turns go along, its space is free.

    Without ``link`` the one that it has stays. Raises NotAllowed, NotNow, and Invalid (with its field).
    """
    at, link = at or now(), link.strip() or event.online_link
    with transaction.atomic():
        holding.choose_in_order([event.site])
        event = locked(event)
        refuse_if(rules.why_not_hold_online(event, by, at))
        refuse_field(rules.why_not_join(link))
        refuse_field((rules.why_not_change_reason(reason), "reason"))
        before = {pool.mode: pool.capacity for pool in event.pools.all()}
        _bring_all(event)
        note_places(event=event, before=before, after={Mode.VIRTUAL: sum(before.values())}, by=by, at=at)
        booking, what = event.booking_id, "online link" if link != event.online_link else "online"
        if booking is not None:
            holding.give_back_space(by=by, event=event, reason="", at=at)
        event = locked(event)
        event.online_link, event.booking, event.lost_space_at, event.lost_to = link, None, None, None
        event.sequence, event.changed_at = event.sequence + 1, at
        event.save(update_fields=MOVED)
        keep_reason(event, reason, at)
        announce(EventChanged(by=by.pk, event=event.pk, sequence=event.sequence, moved=True, what=what))
        serve_queue(locked(event), at)
    return event


def _bring_all(event: Event) -> None:
    """Let all that is had, offered or waited for on site be so online; there are as many places as there were in all."""
    here, there = event.pool(Mode.ON_SITE), event.pool(Mode.VIRTUAL)
    places = (here.capacity if here else 0) + (there.capacity if there else 0)
    online, _new = Pool.objects.update_or_create(
        event=event, mode=Mode.VIRTUAL, defaults={"capacity": places}
    )
    rows = Registration.objects.standing().filter(event=event)
    rows.filter(mode=Mode.ON_SITE).update(mode=Mode.VIRTUAL, sequence=F("sequence") + 1)
    rows.filter(pool=here).update(pool=online)
    Pool.objects.filter(event=event, mode=Mode.ON_SITE).delete()
