"""What a calendar that reads by a secret address may see."""

from datetime import datetime, timedelta

from fiksummin.core.shown_once import digest
from fiksummin.people.models import Person
from fiksummin.people.rules import why_not_enter
from fiksummin.spaces.models import Booking, Feed, Site, Space, Visit

BEHIND, AHEAD = timedelta(days=30), timedelta(days=365)
"""How far a feed reaches."""


def feed_by(secret: str, at: datetime) -> Feed | None:
    """Find the feed of a secret, unless it is revoked or its owner may no longer see what it shows."""
    feed = (
        Feed.objects.filter(digest=digest(secret), revoked_at=None)
        .select_related("site", "space__site")
        .first()
    )
    if feed is None:
        return None
    owner = Person.objects.with_standing(at.date()).filter(pk=feed.person_id, erased_at=None).first()
    if owner is None or why_not_enter(owner, at.date()):
        return None
    if feed.site and not Site.objects.visible_to(owner).filter(pk=feed.site.pk).exists():
        return None
    if feed.space and not Space.objects.visible_to(owner).filter(pk=feed.space.pk).exists():
        return None
    feed.person = owner
    return feed


def bookings_in(feed: Feed, at: datetime) -> list[Booking]:
    """The bookings of a feed: one's own, or those that hold the space or any space of the site."""
    rows = Booking.objects.standing().within(at - BEHIND, at + AHEAD)
    if feed.space_id:
        rows = rows.filter(places__space=feed.space_id, hold__isnull=False)
    elif feed.site_id:
        rows = rows.filter(site=feed.site_id, hold__isnull=False)
    else:
        rows = rows.filter(pk__in=Booking.objects.held_by(feed.person).values("pk"))
    rows = rows.select_related("site").prefetch_related("places__space").distinct()
    return list(rows.order_by("starts_at", "pk"))


def visits_in(feed: Feed, at: datetime) -> list[Visit]:
    """One's own visits; a space or a site does not show who visits."""
    if feed.space_id or feed.site_id:
        return []
    rows = Visit.objects.filter(person=feed.person).standing().within(at - BEHIND, at + AHEAD)
    return list(rows.select_related("site", "person").order_by("starts_at", "pk"))


def feeds_of(person: Person) -> list[Feed]:
    """Somebody's own feeds that still open, the newest first."""
    rows = Feed.objects.filter(person=person, revoked_at=None).select_related("site", "space__site")
    return list(rows)
