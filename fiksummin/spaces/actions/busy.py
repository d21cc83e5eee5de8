"""Addresses of calendars elsewhere: entered, read at once, ended. Reading itself stands in ``pulling``."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.fetching import why_not_fetch
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import rules
from fiksummin.spaces.facts import BusyFeedAdded, BusyFeedEnded
from fiksummin.spaces.models import BusyFeed, Space

MOST_OF_SPACE = 5


def add_busy_feed(*, by: Person, space: Space, address: str, at: datetime | None = None) -> BusyFeed:
    """Have an address read that tells when a space is taken elsewhere. Raises NotAllowed, Invalid.

    What it cannot take is told in the language that is active now.
    """
    address = address.strip()
    with transaction.atomic():
        space = (
            Space.objects.select_for_update(no_key=True, of=("self",)).select_related("site").get(pk=space.pk)
        )
        refuse_if(rules.why_not_manage(by, space.site))
        if why := why_not_fetch(address):
            raise Invalid(why, "address")
        if space.busy_feeds.filter(ended_at=None).count() >= MOST_OF_SPACE:
            raise NotAllowed(_("A space has at most %(most)d calendars.") % {"most": MOST_OF_SPACE})
        try:
            with transaction.atomic():
                feed = BusyFeed.objects.create(
                    space=space, address=address, language=get_language() or "fi", made_by=by,
                    made_at=at or now(), due_at=at or now(),
                )  # fmt: skip
        except IntegrityError:
            raise Invalid(_("This calendar is read for the space already."), "address") from None
        announce(BusyFeedAdded(by=by.pk, feed=feed.pk))
    return feed


def read_busy_feed_soon(*, by: Person, feed: BusyFeed, at: datetime | None = None) -> None:
    """Have a feed read within the minute, and all tried again that it could not take. Raises NotAllowed."""
    with transaction.atomic():
        feed = _locked(feed)
        refuse_if(rules.why_not_manage(by, feed.space.site) or rules.why_not_read(feed))
        BusyFeed.objects.filter(pk=feed.pk).update(due_at=at or now(), etag="", modified="")
        feed.events.exclude(refusal="").update(tried_at=None)


def end_busy_feed(*, by: Person, feed: BusyFeed, at: datetime | None = None) -> None:
    """Read a feed no more; what it took ahead is free within minutes. Ending it again changes nothing.

    Raises NotAllowed.
    """
    with transaction.atomic():
        feed = _locked(feed)
        refuse_if(rules.why_not_manage(by, feed.space.site))
        if feed.ended_at is None:
            feed.ended_at, feed.ended_by = at or now(), by
            feed.save(update_fields=["ended_at", "ended_by"])
            announce(BusyFeedEnded(by=by.pk, feed=feed.pk))


def _locked(feed: BusyFeed) -> BusyFeed:
    rows = BusyFeed.objects.select_for_update(no_key=True, of=("self",)).select_related("space__site")
    return rows.get(pk=feed.pk)
