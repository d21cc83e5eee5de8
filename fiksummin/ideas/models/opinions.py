"""What people want of ideas, and what they say about them."""

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now
from fiksummin.ideas.choices import Stance
from fiksummin.ideas.models.idea import Idea
from fiksummin.people.models import Person

LONGEST_COMMENT = 2000
HIGHEST = 4


class Support(models.Model):
    """One person wants an idea: 1, or from 0 to 4 where ideas are weighed so. One of each person, whoever writes."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="support")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    value = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name_plural = "support"
        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="ideas_support_once"),
            models.CheckConstraint(condition=Q(value__lte=HIGHEST), name="ideas_support_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.idea_id}"


class Comment(models.Model):
    """Something said about an idea, or in answer to that."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.REMARK)
    text = models.TextField(max_length=LONGEST_COMMENT)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.CheckConstraint(condition=Q(text__gt=""), name="ideas_comment_says_something")]

    def __str__(self) -> str:
        return f"comment {self.pk}"
