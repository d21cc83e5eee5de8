"""What ``fiksummin import-busy`` and ``fiksummin receive-mail`` do."""

import logging
import sys
from argparse import Namespace

from fiksummin.core.commands import say
from fiksummin.core.incoming import MOST_BYTES
from fiksummin.core.time import now
from fiksummin.spaces import actions, mailbox, queries

logger = logging.getLogger(__name__)


def receive_mail(arguments: Namespace) -> int:
    """Take one letter from standard input; the exit code is the mail server's (sysexits).

    A letter that nobody is proven to have sent ends in 0: the mail server
    would write to whoever stands in it.
    """
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        found = mailbox.receive(raw, to=arguments.to, at=now())
    except Exception:
        logger.exception("A letter could not be taken now")
        return mailbox.Outcome.LATER
    if found.outcome == mailbox.Outcome.NOT_PROVEN:
        logger.warning("A letter to a mailbox was let be: %s", found.sentence)
        return 0
    if found.sentence:
        sys.stderr.write(f"{found.sentence}\n")
    return found.outcome


def import_busy(arguments: Namespace) -> int:
    """Read every calendar elsewhere now, and say how each reading went."""
    for feed in queries.busy_feeds_due(now(), all_of_them=True):
        actions.pull_busy_feed(feed=feed, at=now())
        feed.refresh_from_db()
        took, missed = queries.took_by(feed, now()), len(queries.missed_by(feed, now()))
        said = f"silent: {feed.problem}" if feed.silent_since else f"{took} taken, {missed} refused"
        say(f"feed {feed.pk}, space {feed.space_id}: {said}")
    return 0
