"""Kinds of events, as data with their own defaults and questions; tags by which events are found."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from fiksummin.core.languages import Spoken
from fiksummin.events.choices import Allocation, AnswerKind, Audience, Purpose, Sensitivity


class EventKind(models.Model):
    """What kind of event it is, and what is proposed to whoever plans one."""

    slug = models.SlugField(max_length=60, unique=True)
    name_fi = models.CharField(max_length=80)
    name_sv = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    places = models.PositiveIntegerField(default=20)
    virtual_places = models.PositiveIntegerField(default=0)
    allocation = models.CharField(max_length=10, choices=Allocation.choices, default=Allocation.QUEUE)
    audience = models.CharField(max_length=20, choices=Audience.choices, default=Audience.MEMBERS)
    keep_answers_days = models.PositiveSmallIntegerField(default=14)
    """After how many days answers about diet and accessibility are deleted."""
    is_external = models.BooleanField(default=False)
    """Held by somebody else elsewhere, as a training of another body is."""
    purpose = models.CharField(max_length=10, choices=Purpose.choices, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    name = Spoken("name")

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=5), name="events_kind_length"),
        ]

    def __str__(self) -> str:
        return self.name


class KindQuestion(models.Model):
    """What events of a kind ask of those who register, unless their organisers take it away; ``why`` tells what for."""

    kind = models.ForeignKey(EventKind, on_delete=models.CASCADE, related_name="questions")
    text_fi = models.CharField(max_length=300, blank=True)
    text_sv = models.CharField(max_length=300, blank=True)
    text_en = models.CharField(max_length=300, blank=True)
    why_fi = models.CharField(max_length=300, blank=True)
    why_sv = models.CharField(max_length=300, blank=True)
    why_en = models.CharField(max_length=300, blank=True)
    answer = models.CharField(max_length=10, choices=AnswerKind.choices, default=AnswerKind.TEXT)
    sensitivity = models.CharField(max_length=10, choices=Sensitivity.choices, default=Sensitivity.ORDINARY)
    is_required = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    text = Spoken("text")
    why = Spoken("why")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text_fi="", text_sv="", text_en=""), name="events_kindquestion_asked"
            ),
            models.CheckConstraint(
                condition=Q(sensitivity=Sensitivity.ORDINARY) | ~Q(why_fi="", why_sv="", why_en=""),
                name="events_kindquestion_why",
            ),
            models.CheckConstraint(condition=~Q(answer=AnswerKind.CHOICE), name="events_kindquestion_open"),
        ]

    def __str__(self) -> str:
        return self.text


class Tag(models.Model):
    """A word by which events are found, in small letters and any alphabet."""

    word = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["word"]
        constraints = [models.CheckConstraint(condition=Q(word=Lower("word")), name="events_tag_lower")]

    def __str__(self) -> str:
        return self.word
