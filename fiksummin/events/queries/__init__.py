"""Reads of the room of events."""

from fiksummin.events.queries.inviting import Visited, counts_for, tour, working_day_after
from fiksummin.events.queries.links import (
    guest_link_of,
    guest_wish,
    is_invited,
    link_by_secret,
    new_nonce,
    recent_links,
    registration_of,
    secret_from,
)
from fiksummin.events.queries.listing import (
    my_registrations,
    queue_lengths,
    read_anew,
    registrations_for,
    standing_at,
    told,
    with_free_places,
)
from fiksummin.events.queries.pages import (
    ahead_of,
    behind,
    coming_events,
    events_for,
    with_all,
    with_event,
    with_place,
)
from fiksummin.events.queries.standing import (
    is_full,
    position,
    positions,
    quota_for,
    standing_guest,
    standing_of,
)
from fiksummin.events.queries.wishes import EventWish, wish_of

__all__ = [
    "EventWish",
    "Visited",
    "ahead_of",
    "behind",
    "coming_events",
    "counts_for",
    "events_for",
    "guest_link_of",
    "guest_wish",
    "is_full",
    "is_invited",
    "link_by_secret",
    "my_registrations",
    "new_nonce",
    "position",
    "positions",
    "queue_lengths",
    "quota_for",
    "read_anew",
    "recent_links",
    "registration_of",
    "registrations_for",
    "secret_from",
    "standing_at",
    "standing_guest",
    "standing_of",
    "told",
    "tour",
    "wish_of",
    "with_all",
    "with_event",
    "with_free_places",
    "with_place",
    "working_day_after",
]
