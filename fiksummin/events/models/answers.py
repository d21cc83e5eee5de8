"""What an event asks of those who register, and what they answer."""

from django.db import models

from fiksummin.events.choices import AnswerKind, Sensitivity
from fiksummin.events.models.event import Event
from fiksummin.events.models.places import Registration

LONGEST_ANSWER = 1000


class Question(models.Model):
    """A question of an event. ``why`` tells the reader what the answer is for."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(max_length=300)
    why = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=AnswerKind.choices, default=AnswerKind.TEXT)
    options = models.JSONField(default=list, blank=True)
    sensitivity = models.CharField(max_length=10, choices=Sensitivity.choices, default=Sensitivity.ORDINARY)
    is_required = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text


class Answer(models.Model):
    """What one registration answers to a question."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    value = models.TextField(max_length=LONGEST_ANSWER)
    keep_days = models.PositiveSmallIntegerField(null=True)
    """How many days after the event it is kept, as was said when it was given; None for what is not sensitive."""

    class Meta:
        ordering = ["question__position", "question__id"]
        constraints = [
            models.UniqueConstraint(fields=["registration", "question"], name="events_answer_once")
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"
