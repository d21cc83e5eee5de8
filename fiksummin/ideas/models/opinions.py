"""What people want of ideas, what was on their screens, and what they say about them."""

from django.db import models
from django.db.models import Q

from fiksummin.core.attachments import Attached, whole
from fiksummin.core.db.limits import AtMost
from fiksummin.core.time import now
from fiksummin.ideas.choices import Stance
from fiksummin.ideas.models.campaign import Campaign
from fiksummin.ideas.models.idea import Idea
from fiksummin.people.models import Person

FIRST_ROUND, SECOND_ROUND = 1, 2
LONGEST_COMMENT = 2000
HIGHEST = 4


class Attachment(Attached):
    """Something that its authors attached to an idea. Who brought it is known until she is forgotten; then it goes with her."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="attachments")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = whole("ideas_attachment")


class Support(models.Model):
    """One person wants an idea: 1, or from 0 to 4 where ideas are weighed so. One of each person and round, whoever writes.

    Where a set number is approved of, the database refuses one more (``AtMost``).
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="support")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    value = models.PositiveSmallIntegerField(default=1)
    round = models.PositiveSmallIntegerField(default=FIRST_ROUND)
    by_turn = models.BooleanField(default=False)
    """Whether the idea came before her by turn, as it comes before everybody: such votes decide the ranking."""
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name_plural = "support"
        constraints = [
            models.UniqueConstraint(fields=["idea", "person", "round"], name="ideas_support_once"),
            models.CheckConstraint(condition=Q(value__lte=HIGHEST), name="ideas_support_scale"),
            models.CheckConstraint(
                condition=Q(round__in=(FIRST_ROUND, SECOND_ROUND)), name="ideas_support_round"
            ),
            AtMost(
                name="ideas_support_most", whose="person", via="idea", within="campaign", amount="value",
                per="round", most="approve_most", where=("weighing", "approve"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person_id} for {self.idea_id}"


class Turn(models.Model):
    """How often an idea was on the screen of somebody who weighs ideas, and when its turn comes next.

    Whose screen it was is written nowhere. The least shown come first, and of these the one with the lowest
    ``place``, which is drawn anew each time.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="+")
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="turns")
    round = models.PositiveSmallIntegerField(default=FIRST_ROUND)
    shown = models.PositiveIntegerField(default=0)
    place = models.FloatField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "round"], name="ideas_turn_once")]
        indexes = [
            models.Index(fields=["campaign", "round", "shown", "place", "idea"], name="ideas_turn_next")
        ]

    def __str__(self) -> str:
        return f"{self.idea_id} in round {self.round}: {self.shown}"


class Comment(models.Model):
    """Something said about an idea, or in answer to that. Whoever said it can take it back: its words go, its place stays."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.REMARK)
    text = models.TextField(max_length=LONGEST_COMMENT)
    at = models.DateTimeField(default=now)
    reworded_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(Q(text__gt=""), taken_back_at=None) | Q(text="", taken_back_at__isnull=False),
                name="ideas_comment_says_something",
            )
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"
