"""What ``fiksummin import-busy`` does."""

from argparse import Namespace

from fiksummin.core.commands import say
from fiksummin.core.time import now
from fiksummin.spaces import actions, queries


def import_busy(arguments: Namespace) -> int:
    """Read every calendar elsewhere now, and say how each reading went."""
    for feed in queries.busy_feeds_due(now(), all_of_them=True):
        actions.pull_busy_feed(feed=feed, at=now())
        feed.refresh_from_db()
        took, missed = queries.took_by(feed, now()), len(queries.missed_by(feed, now()))
        said = f"silent: {feed.problem}" if feed.silent_since else f"{took} taken, {missed} refused"
        say(f"feed {feed.pk}, space {feed.space_id}: {said}")
    return 0
