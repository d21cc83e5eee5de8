"""What stands outside the service: calendars that read or write, screens on doors and in lobbies."""

from django.db import models
from django.db.models import Q

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces.choices import FeedDetail
from fiksummin.spaces.models.booking import Booking, Series
from fiksummin.spaces.models.site import Site
from fiksummin.spaces.models.space import Space


class Feed(models.Model):
    """A secret address under which a calendar reads: its owner's own, a space's or a site's bookings."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feeds")
    site = models.ForeignKey(Site, null=True, on_delete=models.CASCADE, related_name="+")
    space = models.ForeignKey(Space, null=True, on_delete=models.CASCADE, related_name="+")
    detail = models.CharField(max_length=20, choices=FeedDetail.choices, default=FeedDetail.FULL)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(site=None) | Q(space=None), name="spaces_feed_of_one")
        ]

    def __str__(self) -> str:
        return f"feed {self.pk}"


class Display(models.Model):
    """A screen: a sign on the door of a space, or the lobby's when it has none. It reads by a token, without login.

    Without a language it shows those of its site in turn. Who made it stands in the journal only.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="displays")
    space = models.ForeignKey(Space, null=True, on_delete=models.CASCADE, related_name="displays")
    name = models.CharField(max_length=80)
    language = models.CharField(max_length=2, blank=True, default="")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="spaces_display_has_name"),
            models.CheckConstraint(
                condition=Q(language__in=["", *LANGUAGES]), name="spaces_display_language"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BusyFeed(models.Model):
    """The address of somebody else's calendar that tells when a space is taken elsewhere; read again and again."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="busy_feeds")
    address = models.CharField(max_length=1000)
    language = models.CharField(max_length=2)
    """In which the sentences about what it could not take are kept."""
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    due_at = models.DateTimeField(default=now)
    read_at = models.DateTimeField(null=True)
    """When it last answered well."""
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=200, blank=True)
    silent_since = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["space", "address"], condition=Q(ended_at=None), name="spaces_busy_feed_once"
            )
        ]

    def __str__(self) -> str:
        return f"busy feed {self.pk}"


class ImportedEvent(models.Model):
    """What somebody else's calendar asked of a space, by its UID: what it became, or why it became nothing.

    It came from a feed, or by mail from the person whose event it is.
    """

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="imported_events")
    feed = models.ForeignKey(BusyFeed, null=True, on_delete=models.CASCADE, related_name="events")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    uid = models.CharField(max_length=255)
    recurrence = models.CharField(max_length=40, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    stamp = models.DateTimeField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    booking = models.ForeignKey(Booking, null=True, on_delete=models.CASCADE, related_name="imported_as")
    series = models.ForeignKey(Series, null=True, on_delete=models.SET_NULL, related_name="imported_as")
    refusal = models.TextField(blank=True)
    came_at = models.DateTimeField(default=now)
    tried_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "uid", "recurrence"],
                condition=Q(feed__isnull=False),
                name="spaces_imported_by_feed_once",
            ),
            models.UniqueConstraint(
                fields=["space", "person", "uid", "recurrence"],
                condition=Q(feed=None),
                name="spaces_imported_by_mail_once",
            ),
            models.CheckConstraint(
                condition=Q(feed=None) | Q(person=None), name="spaces_imported_from_one_source"
            ),
        ]

    def __str__(self) -> str:
        return self.uid
