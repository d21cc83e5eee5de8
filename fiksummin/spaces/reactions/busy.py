"""What this room does when a calendar elsewhere does not answer."""

from fiksummin.core.facts import later
from fiksummin.spaces import letters
from fiksummin.spaces.facts import BusyFeedSilent
from fiksummin.spaces.models import BusyFeed


@later(BusyFeedSilent)
def tell_silent(fact: BusyFeedSilent) -> None:
    """Those who look after the site hear of it, unless it answers again."""
    feed = BusyFeed.objects.select_related("space__site").filter(pk=fact.feed, ended_at=None).first()
    if feed and feed.silent_since:
        letters.tell_silent(feed, fact.since)
