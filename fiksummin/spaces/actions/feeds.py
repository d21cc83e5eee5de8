"""Secret addresses under which a calendar reads: made, used, and made worthless."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fiksummin.core import shown_once
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces.choices import FeedDetail
from fiksummin.spaces.models import Feed, Site, Space

MOST_FEEDS = 10


def make_feed(
    *,
    by: Person,
    site: Site | None = None,
    space: Space | None = None,
    detail: str = FeedDetail.FULL,
    at: datetime | None = None,
) -> tuple[Feed, str]:
    """Make a feed of one's own bookings, visits and events, or of a space or a site that one sees.

    Answers it and its secret of 256 bits, which is shown once and kept only as
    a hash. Raises Invalid, and NotAllowed when there are too many.
    """
    if detail not in FeedDetail.values:
        raise Invalid(_("Choose how much the calendar shows."), "detail")
    if site is not None and space is not None:
        raise Invalid(_("Choose a space or a site, not both."), "space")
    secret, digest = shown_once.make()
    with transaction.atomic():
        Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).get(pk=by.pk)
        if Feed.objects.filter(person=by, revoked_at=None).count() >= MOST_FEEDS:
            raise NotAllowed(
                _("You have %(count)d calendar addresses. Remove one first.") % {"count": MOST_FEEDS}
            )
        feed = Feed.objects.create(
            person=by, site=site, space=space, detail=detail, digest=digest, made_at=at or now()
        )
    return feed, secret


def revoke_feed(*, by: Person, feed: Feed, at: datetime | None = None) -> None:
    """Make an address worthless; doing it again changes nothing. Raises NotAllowed."""
    if feed.person_id != by.pk:
        raise NotAllowed(_("Only its owner can remove a calendar address."))
    Feed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=at or now())


def note_feed_used(*, feed: Feed, day: date) -> None:
    """Note the day on which a feed was last read; once a day is written, and nothing more is kept."""
    if feed.used_on != day:
        Feed.objects.filter(Q(used_on=None) | Q(used_on__lt=day), pk=feed.pk).update(used_on=day)
