"""Calendars elsewhere, as if they had been read."""

from datetime import timedelta

from fiksummin.core.time import now
from fiksummin.spaces.models import BusyFeed, ImportedEvent, Space
from tests.factories import spaces

ADDRESS = "https://kalenteri.example/sali/kanaria-kalenteri.ics"


def busy_feed(space: Space, *, refused: int = 1) -> BusyFeed:
    """A calendar that was read just now and could not take so many of its times."""
    feed = BusyFeed.objects.create(
        space=space, address=ADDRESS, language="fi", read_at=now(), due_at=now() + timedelta(days=1)
    )
    miss(feed, refused)
    return feed


def miss(feed: BusyFeed, count: int) -> None:
    """Let a calendar say so many further times that cannot be."""
    known = feed.events.count()
    for number in range(known, known + count):
        start = spaces.at(feed.space.site, spaces.open_day(feed.space.site, 5 + number), "9:00")
        ImportedEvent.objects.create(
            space=feed.space, feed=feed, uid=f"{number}@muu.example", starts_at=start,
            ends_at=start + timedelta(hours=2), tried_at=now(),
            refusal="Joku muu on varannut sen osaksi tuota aikaa.",
        )  # fmt: skip
