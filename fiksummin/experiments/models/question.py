"""A question to those who tried something out, and their answer."""

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now
from fiksummin.experiments.models.experiment import LONGEST_WORDS, Experiment
from fiksummin.people.models import Person


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions about questions."""

    def visible_to(self, person: Person | None) -> "QuestionQuerySet":
        """Those about experiments that she may see."""
        return self.filter(experiment__in=Experiment.objects.visible_to(person).values("pk"))


class Question(models.Model):
    """Somebody asks the team of an experiment, while it goes on or long after; one of the team answers."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="questions")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=LONGEST_WORDS)
    at = models.DateTimeField(default=now)
    answer = models.TextField(max_length=LONGEST_WORDS, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(text__gt=""), name="experiments_question_asks_something"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(answer__gt=""), name="experiments_question_answered"
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"
