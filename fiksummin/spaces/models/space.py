"""Spaces that are booked: each is a set of cells, arranged in layouts, under a policy."""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.changes import NotesChanges
from fiksummin.core.languages import Spoken
from fiksummin.people.models import Person
from fiksummin.spaces.choices import Approval, Confidentiality, LayoutKind, SpaceKind, ZoneKind
from fiksummin.spaces.models.claim import Cell
from fiksummin.spaces.models.site import Site


class Zone(models.Model):
    """A part of a site with a custom of its own: quiet, talk, phone, open."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="zones")
    kind = models.CharField(max_length=20, choices=ZoneKind.choices)
    name_fi = models.CharField(max_length=80)
    name_sv = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    name = Spoken("name")

    class Meta:
        ordering = ["position", "id"]
        constraints = [NotesChanges(name="spaces_zone_notes", log="spaces_change")]

    def __str__(self) -> str:
        return self.name


class Policy(models.Model):
    """Who may book, how early, how long, how much, and whether somebody approves. Its rules say why not."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="policies")
    name_fi = models.CharField(max_length=120)
    name_sv = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    for_state = models.BooleanField(default=True)
    for_partners = models.BooleanField(default=True)
    for_guests = models.BooleanField(default=False)
    notice_minutes = models.PositiveIntegerField(default=0)
    days_ahead = models.PositiveSmallIntegerField(default=90)
    shortest_minutes = models.PositiveSmallIntegerField(default=15)
    longest_minutes = models.PositiveSmallIntegerField(default=780)
    ahead_per_person = models.PositiveSmallIntegerField(default=60)
    ahead_per_organisation = models.PositiveSmallIntegerField(default=1000)
    approval = models.CharField(max_length=20, choices=Approval.choices, default=Approval.NONE)
    answer_hours = models.PositiveSmallIntegerField(default=48)
    grace_minutes = models.PositiveSmallIntegerField(default=0)

    name = Spoken("name")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "policies"
        constraints = [
            models.CheckConstraint(
                condition=Q(shortest_minutes__gte=5, longest_minutes__gte=F("shortest_minutes")),
                name="spaces_policy_lengths",
            ),
            NotesChanges(name="spaces_policy_notes", log="spaces_change"),
        ]

    def __str__(self) -> str:
        return self.name


class SpaceQuerySet(models.QuerySet["Space"]):
    """Questions about spaces."""

    def visible_to(self, person: Person | None) -> "SpaceQuerySet":
        """Spaces in use at the sites that one sees."""
        return self.filter(site__in=Site.objects.visible_to(person), retired_at=None)


class Space(models.Model):
    """What is booked: a desk, a room, a hall. Those that share a cell exclude one another."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="spaces")
    kind = models.CharField(max_length=20, choices=SpaceKind.choices)
    name_fi = models.CharField(max_length=120)
    name_sv = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    description_fi = models.TextField(blank=True)
    description_sv = models.TextField(blank=True)
    description_en = models.TextField(blank=True)
    zone = models.ForeignKey(Zone, null=True, blank=True, on_delete=models.SET_NULL, related_name="spaces")
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="spaces")
    cells = models.ManyToManyField(Cell, related_name="spaces")
    seats = models.PositiveSmallIntegerField(default=1)
    features = models.JSONField(default=list, blank=True)
    confidentiality = models.CharField(
        max_length=20, choices=Confidentiality.choices, default=Confidentiality.OPEN
    )
    buffer_minutes = models.PositiveSmallIntegerField(default=0)
    plan_x = models.PositiveSmallIntegerField(null=True, blank=True)
    plan_y = models.PositiveSmallIntegerField(null=True, blank=True)
    plan_width = models.PositiveSmallIntegerField(null=True, blank=True)
    plan_height = models.PositiveSmallIntegerField(null=True, blank=True)
    code_version = models.PositiveIntegerField(default=1)
    mailbox = models.EmailField(max_length=254, null=True, blank=True, unique=True)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    name = Spoken("name")
    description = Spoken("description")
    objects = SpaceQuerySet.as_manager()

    class Meta:
        ordering = ["site", "position", "id"]
        constraints = [
            NotesChanges(name="spaces_space_notes", log="spaces_change", also=("spaces_space_cells",))
        ]

    def __str__(self) -> str:
        return self.name


class Layout(models.Model):
    """A way to furnish a space: how many sit, with what, and how long it takes to set up."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="layouts")
    kind = models.CharField(max_length=20, choices=LayoutKind.choices)
    seats = models.PositiveSmallIntegerField()
    furniture_fi = models.CharField(max_length=400, blank=True)
    furniture_sv = models.CharField(max_length=400, blank=True)
    furniture_en = models.CharField(max_length=400, blank=True)
    features = models.JSONField(default=list, blank=True)
    setup_minutes = models.PositiveSmallIntegerField(default=0)
    is_usual = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    furniture = Spoken("furniture")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["space", "kind"], name="spaces_layout_once"),
            models.UniqueConstraint(
                fields=["space"], condition=Q(is_usual=True), name="spaces_layout_one_usual"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="spaces_layout_seats"),
            NotesChanges(name="spaces_layout_notes", log="spaces_change"),
        ]

    def __str__(self) -> str:
        return str(LayoutKind(self.kind).label)


class Changeover(models.Model):
    """How many minutes it takes from one layout to another, where it differs from the latter's set-up time."""

    before = models.ForeignKey(Layout, on_delete=models.CASCADE, related_name="changeovers_after")
    after = models.ForeignKey(Layout, on_delete=models.CASCADE, related_name="changeovers_before")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="spaces_changeover_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="spaces_changeover_differs"),
            NotesChanges(name="spaces_changeover_notes", log="spaces_change"),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}: {self.minutes} min"


class SpacePicture(models.Model):
    """A picture of a space, never without words for those who do not see it."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="pictures")
    file = models.ImageField(upload_to="spaces/", width_field="width", height_field="height")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    alt_fi = models.CharField(max_length=200)
    alt_sv = models.CharField(max_length=200)
    alt_en = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    alt = Spoken("alt")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(alt_fi="") & ~Q(alt_sv=""), name="spaces_picture_has_words")
        ]

    def __str__(self) -> str:
        return self.alt
