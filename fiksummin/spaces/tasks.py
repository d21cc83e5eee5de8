"""Periodic work of this room."""

import time
from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.spaces import actions, mailbox, queries

PULLING = 10.0
"""Seconds after which no further calendar is begun: letters wait meanwhile."""


@every(minutes=60)
def forget_visits(at: datetime) -> None:
    """Visits long over become counts."""
    actions.forget_visits(at=at)


@every(minutes=60)
def forget_bookings(at: datetime) -> None:
    """Bookings long over lose who they were for, and why."""
    actions.forget_bookings(at=at)
    actions.forget_asking(at=at)


@every(minutes=5)
def climb_overdue(at: datetime) -> None:
    """Bookings that nobody answered in time are told to those who look after the site."""
    actions.climb_overdue(at=at)


@every(minutes=5)
def lapse_unanswered(at: datetime) -> None:
    """Bookings whose time came without an answer are declined."""
    actions.lapse_unanswered(at=at)


@every(minutes=60)
def call_off_lapsed(at: datetime) -> None:
    """Visits and bookings of those who may not come any more are free for others."""
    actions.call_off_lapsed(at=at)


@every(minutes=1)
def lapse_offers(at: datetime) -> None:
    """Offered places that nobody took in time go to the next in line."""
    actions.lapse_offers(at=at)


@every(minutes=1)
def release_no_shows(at: datetime) -> None:
    """The rest of bookings to which nobody came is given to others."""
    actions.release_no_shows(at=at)


@every(minutes=5)
def serve_waiting(at: datetime) -> None:
    """Those in line are asked again: the days ahead, quotas and rules change without anybody giving a place back."""
    actions.end_waiting(at=at)
    actions.serve_all(at=at)


@every(minutes=60)
def forget_waiting(at: datetime) -> None:
    """Those who wait no longer are forgotten with the bookings of their days."""
    actions.forget_waiting(at=at)


@every(minutes=1)
def call_hosts(at: datetime) -> None:
    """Hosts on shift get a letter about requests for help that nobody has looked at."""
    actions.call_hosts(at=at)


@every(minutes=1)
def climb_reports(at: datetime) -> None:
    """Reports that nobody answered in time are told to those who look after the site."""
    actions.climb_reports(at=at)


@every(minutes=60)
def forget_reports(at: datetime) -> None:
    """Reports closed long ago become counts."""
    actions.forget_reports(at=at)


@every(minutes=1, outside=True)
def read_mailboxes(at: datetime) -> None:
    """Invitations that lie in the folder of new mail are taken."""
    mailbox.drain_maildir(at)


@every(minutes=1, outside=True)
def pull_busy_feeds(at: datetime) -> None:
    """Calendars elsewhere are read; those that take long leave the others to the next minute."""
    until = time.monotonic() + PULLING
    for feed in queries.busy_feeds_due(at):
        actions.pull_busy_feed(feed=feed, at=at)
        if time.monotonic() > until:
            break


@every(minutes=60)
def sweep_changes(at: datetime) -> None:
    """The log of what changed is swept; processes that look now and then have read it long before."""
    actions.sweep_changes()
