"""What gathers events: themes, seasons with their plans, and series."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from fiksummin.core.languages import Spoken
from fiksummin.events.models.event import Event
from fiksummin.people.models import Person


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Questions about themes."""

    def visible_to(self, person: Person | None) -> "ThemeQuerySet":
        """Those of events that she sees, and those of none: of what only others may come to she does not hear."""
        return self.filter(_heard_of("theme", person))


class SeasonQuerySet(models.QuerySet["Season"]):
    """Questions about seasons."""

    def visible_to(self, person: Person | None) -> "SeasonQuerySet":
        """Those of events that she sees, and those of none."""
        return self.filter(_heard_of("season", person))


class EventSeriesQuerySet(models.QuerySet["EventSeries"]):
    """Questions about series."""

    def visible_to(self, person: Person | None) -> "EventSeriesQuerySet":
        """Those of which she sees a published event."""
        seen = Event.objects.visible_to(person).filter(published_at__isnull=False)
        return self.filter(Exists(seen.filter(series=OuterRef("pk"))))

    def kept_by(self, person: Person) -> "EventSeriesQuerySet":
        """Those that she may word and add events to: those of which she runs an event."""
        return self.filter(Exists(Event.objects.run_by(person).filter(series=OuterRef("pk"))))


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

    objects = ThemeQuerySet.as_manager()

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

    objects = SeasonQuerySet.as_manager()

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

    objects = EventSeriesQuerySet.as_manager()

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


def _heard_of(name: str, person: Person | None) -> Q:
    those = Event.objects.filter(**{name: OuterRef("pk")})
    seen = Event.objects.visible_to(person).filter(**{name: OuterRef("pk")})
    return Q(Exists(seen)) | ~Q(Exists(those))
