"""Kinds of events, as data with their own defaults; themes, seasons and tags by which events are found."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from fiksummin.core.languages import Spoken
from fiksummin.events.choices import Allocation, Audience, Purpose
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

    title = models.CharField(max_length=150)

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "event series"

    def __str__(self) -> str:
        return self.title
