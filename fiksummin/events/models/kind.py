"""Kinds of events, as data with their own defaults; themes, seasons and tags by which events are found."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from fiksummin.core.languages import Spoken
from fiksummin.events.choices import Allocation, AnswerKind, Audience, Purpose, Sensitivity
from fiksummin.people.models import Person


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


class Theme(models.Model):
    """What several events are about; its page gathers them."""

    slug = models.SlugField(max_length=80, unique=True)
    name_fi = models.CharField(max_length=120)
    name_sv = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    about_fi = models.TextField(max_length=2000, blank=True)
    about_sv = models.TextField(max_length=2000, blank=True)
    about_en = models.TextField(max_length=2000, blank=True)

    name = Spoken("name")
    about = Spoken("about")

    class Meta:
        ordering = ["name_fi"]

    def __str__(self) -> str:
        return self.name


class Season(models.Model):
    """A time of the year with its own plan of events. Both days are included."""

    slug = models.SlugField(max_length=80, unique=True)
    name_fi = models.CharField(max_length=120)
    name_sv = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()

    name = Spoken("name")

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="events_season_order")
        ]

    def __str__(self) -> str:
        return self.name


class PlannedTheme(models.Model):
    """A theme in the plan of a season: who looks after it, and what asked for it in words; ideas that did stand on the trail."""

    season = models.ForeignKey(Season, on_delete=models.CASCADE, related_name="plan")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="plans")
    owner = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    wish = models.TextField(max_length=1000, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["season", "theme"], name="events_planned_once")]

    def __str__(self) -> str:
        return f"{self.theme_id} in {self.season_id}"


class Tag(models.Model):
    """A word by which events are found, in small letters and any alphabet."""

    word = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["word"]
        constraints = [models.CheckConstraint(condition=Q(word=Lower("word")), name="events_tag_lower")]

    def __str__(self) -> str:
        return self.word


class EventSeries(models.Model):
    """Events that belong together, one after another."""

    name_fi = models.CharField(max_length=150, blank=True)
    name_sv = models.CharField(max_length=150, blank=True)
    name_en = models.CharField(max_length=150, blank=True)
    about_fi = models.TextField(max_length=2000, blank=True)
    about_sv = models.TextField(max_length=2000, blank=True)
    about_en = models.TextField(max_length=2000, blank=True)
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="series")
    """What its events share: those without a theme of their own have it."""

    name = Spoken("name")
    about = Spoken("about")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "event series"
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_fi="", name_sv="", name_en=""), name="events_series_named"
            ),
        ]

    def __str__(self) -> str:
        return self.name
