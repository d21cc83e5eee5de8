"""An event is moved or reworded: its space, programme and open offers follow it, or nothing does."""

from copy import copy
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions import fitting, following, holding
from fiksummin.events.actions.auditing import note_places
from fiksummin.events.actions.order import locked
from fiksummin.events.actions.planning import WORDS, fill, refuse_wish, tag, trimmed
from fiksummin.events.actions.queue import serve_queue
from fiksummin.events.facts import EventChanged
from fiksummin.events.models import ChangeReason, Event, Pool, Registration
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.models import Person

MOMENT = timedelta(minutes=1)
"""So long before its beginning an event that goes on is looked at, for it may still be reworded."""
TIMES = ["starts_at", "ends_at", "opens_at", "closes_at"]


def change_event(
    *, by: Person, event: Event, wish: EventWish, reason: str = "", at: datetime | None = None
) -> Event:
    """Move or reword an event; its space and its programme move with it, or nothing does.

    ``reason`` is read by those who hear of it. Raises as ``plan_event`` does, and Invalid for fewer places than are taken; then all stands as it was.
    """
    at, wish = at or now(), trimmed(wish)
    with transaction.atomic():
        holding.choose_in_order([wish.site, event.site])
        event = locked(event)
        refuse_if(rules.why_not_change_event(event, by, at))
        begun = event.starts_at <= at
        then = min(at, wish.start - MOMENT) if begun else at
        wish = as_it_begins(wish, event)
        refuse_wish(wish, then)
        refuse_field(rules.why_not_circle(by, wish, event))
        refuse_field(rules.why_not_join_series(by, wish.series, event))
        refuse_field((rules.why_not_change_reason(reason), "reason"))
        refuse_field(rules.why_not_allocate(event, wish, queries.has_registrations(event)))
        holding.refuse_shut(wish, event)
        _refuse_fewer(event, wish)
        places = {pool.mode: pool.capacity for pool in event.pools.all()}
        before, old, was = _known(event), event.booking, copy(event)
        fill(event, wish, then)
        event.sequence, event.changed_at = event.sequence + 1, at
        event.save(update_fields=[*WORDS, *TIMES, "lottery_seed", "sequence", "changed_at"])
        holding.move_space(by=by, event=event, wish=wish, booking=old, at=at)
        following.stay_lost(event, was, wish.places)
        following.move_programme(event, was.starts_at, was.ends_at)
        following.shorten_offers(event)
        if event.closes_at != was.closes_at:
            following.keep_invitations(event)
        what = [name for name, known in _known(event).items() if known != before[name]]
        note_places(event=event, before=places, after=wish.capacities, by=by, at=at)
        with fitting.telling_outgrown(by=by, event=event):
            _set_places(event, wish, by=by, at=at)
        keep_reason(event, reason if what else "", at)
        tag(event, wish.tags)
        announce(
            EventChanged(
                by=by.pk, event=event.pk, sequence=event.sequence, moved=bool({"time", "place"} & {*what}),
                what=" ".join(what), was=str(before["time"]) if "time" in what else "",
            )
        )  # fmt: skip
        serve_queue(locked(event), at)
    return event


def as_it_begins(wish: EventWish, event: Event) -> EventWish:
    """Let registration that closes when an event begins close when it begins anew, too."""
    usual = wish.closes_at == event.closes_at == event.starts_at
    return replace(wish, closes_at=None) if usual else wish


def keep_reason(event: Event, reason: str, at: datetime) -> None:
    """Keep why an event is at another time or place, if somebody says so; letters and its page tell it."""
    if words := reason.strip():
        ChangeReason.objects.create(event=event, sequence=event.sequence, words=words, made_at=at)


def _known(event: Event) -> dict[str, object]:
    """Give what those who take part know of an event, so that they hear when it is otherwise."""
    return {
        "time": f"{event.starts_at.isoformat()} {event.ends_at.isoformat()}",
        "place": (event.site_id, event.place, holding.spaces_of(event)),
        "link": event.online_link,
    }


def _refuse_fewer(event: Event, wish: EventWish) -> None:
    taken = {pool.mode: pool.taken for pool in event.pools.all()}
    short = {mode: number - wish.capacities.get(mode, 0) for mode, number in taken.items()}
    last = {mode: queries.last_in(event, mode, number) for mode, number in short.items() if number > 0}
    refusal = rules.why_not_fewer(taken, wish.capacities, last)
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)


def _set_places(event: Event, wish: EventWish, *, by: Person, at: datetime) -> None:
    """Let there be as many places of each mode as wished; who waits for a mode that is no more keeps her turn in the other, if there is one."""
    if not wish.capacities:
        fitting.send_elsewhere(by=by, event=event, at=at)
    known = {pool.mode: pool for pool in event.pools.all()}
    for mode, number in wish.capacities.items():
        Pool.objects.update_or_create(event=event, mode=mode, defaults={"capacity": number})
    for mode, pool in known.items():
        if mode not in wish.capacities:
            waiting = Registration.objects.standing().filter(event=event, mode=mode)
            waiting.update(mode=next(iter(wish.capacities), mode))
            pool.delete()
