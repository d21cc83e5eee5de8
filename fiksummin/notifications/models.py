"""The ledger of notices, and what people follow."""

from django.db import models
from django.db.models import Q

from fiksummin.core.db.history import AppendOnly, Steps
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.ideas.models import Campaign
from fiksummin.notifications.choices import SETTLED, Kind, State
from fiksummin.people.models import Person
from fiksummin.trail.models import Node

LONGEST_KEY = 200
LONGEST_WORD = 2000
WORD = "campaign.word"
"""By which sentence a word to those who took part is told."""


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about notices."""

    def visible_to(self, person: Person) -> "NoticeQuerySet":
        """One's own."""
        return self.filter(person=person)

    def unread(self) -> "NoticeQuerySet":
        """Those that are new."""
        return self.filter(state=State.UNREAD)


class Notice(models.Model):
    """One fact for one person, in one state. Once it is seen, sent or let go it stays so, whoever writes.

    ``key`` says which fact; ``what`` by which sentence it is said, and ``thing`` is the number of what it is
    about: the words themselves are looked up when they are read.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    key = models.CharField(max_length=LONGEST_KEY)
    what = models.CharField(max_length=60)
    thing = models.BigIntegerField(default=0)
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.ABOUT)
    created_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=7, choices=State, default=State.UNREAD)
    settled_at = models.DateTimeField(null=True)
    letter = models.ForeignKey(Letter, null=True, on_delete=models.CASCADE, related_name="+")
    """A letter of its own that told it at once; forgotten together with it."""
    bundle = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="+")
    """The letter that told it together with others."""

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="notifications_each_fact_once"),
            models.CheckConstraint(
                condition=Q(state=State.UNREAD, settled_at=None)
                | Q(state__in=SETTLED, settled_at__isnull=False),
                name="notifications_one_state",
            ),
            models.CheckConstraint(
                condition=Q(letter=None, bundle=None)
                | Q(state=State.MAILED, letter__isnull=False, bundle=None)
                | Q(state=State.MAILED, letter=None, bundle__isnull=False),
                name="notifications_one_letter",
            ),
            Steps(
                name="notifications_steps",
                field="state",
                allowed=tuple((State.UNREAD, after) for after in SETTLED),
                first=(State.UNREAD, State.MAILED),
            ),
            AppendOnly(
                name="notifications_kept",
                sets=("settled_at", "bundle"),
                forgets=("bundle",),
                moves=("state",),
                goes=True,
            ),
        ]
        indexes = [
            models.Index(fields=["person", "created_at"], name="notifications_list"),
            models.Index(
                fields=["kind", "person"], name="notifications_unread", condition=Q(state=State.UNREAD)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.key}"


class FollowQuerySet(models.QuerySet["Follow"]):
    """Questions about what people follow."""

    def visible_to(self, person: Person) -> "FollowQuerySet":
        """One's own."""
        return self.filter(person=person)


class Follow(models.Model):
    """Somebody wants to hear of the steps of a thing on the trail, and of what comes of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="follows")
    node = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="follows")
    made_at = models.DateTimeField(default=now)

    objects = FollowQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["person", "node"], name="notifications_follow_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.node_id}"


class WordQuerySet(models.QuerySet["Word"]):
    """Questions about words to those who took part."""

    def visible_to(self, person: Person) -> "WordQuerySet":
        """Those that she was told, and those of the campaigns that she runs."""
        told = Notice.objects.filter(person=person, what=WORD).values("thing")
        run = Campaign.objects.run_by(person).values("pk")
        return self.filter(Q(pk__in=told) | Q(campaign__in=run))


class Word(models.Model):
    """What whoever runs a campaign wrote to those who took part in it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="words")
    text = models.TextField(max_length=LONGEST_WORD)
    reach = models.PositiveIntegerField()
    """How many it went to, as it was shown before it was sent."""
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = WordQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(text__gt=""), name="notifications_word_says_something")
        ]

    def __str__(self) -> str:
        return f"word {self.pk}"
