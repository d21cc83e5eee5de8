"""Calendars of others (RFC 5545), read with bounds: whatever they hold, reading costs little and ends in a sentence.

Only what tells when something is, and who asks, is looked at. Alarms,
attachments, descriptions and definitions of time zones are passed over
unread, so that nothing in them can cost time or memory.
"""

from fiksummin.core.ical.events import Event, events_of
from fiksummin.core.ical.instances import Budget, Instance, instances
from fiksummin.core.ical.lines import MOST_BYTES, Document, read
from fiksummin.core.ical.recurrence import Rule
from fiksummin.core.ical.values import utc

__all__ = [
    "MOST_BYTES",
    "Budget",
    "Document",
    "Event",
    "Instance",
    "Rule",
    "events_of",
    "instances",
    "read",
    "utc",
]
