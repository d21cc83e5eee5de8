"""How many places an organisation or a role may have, and who has them.

A registration comes under each quota of its event that is for its organisation
or for a role of its person; the database itself writes that down when it gets
a place, and refuses to count past what is allowed.
"""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.chains import BornAs
from fiksummin.core.db.counting import CountsInto
from fiksummin.core.db.following import Follows
from fiksummin.events.models.event import Event
from fiksummin.events.models.places import Registration
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation

COMES_UNDER = (
    "other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held"
    " WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL"
    " AND held.starts_on <= {today} AND (held.ends_on IS NULL OR held.ends_on >= {today}))"
)
"""A quota of its organisation, or of a role that its person holds today at any place."""


class Quota(models.Model):
    """How many places of an event an organisation, or those with a role, may have at most."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="quotas")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    role = models.CharField(max_length=20, choices=RoleKind.choices, blank=True)
    most = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    """How many places are confirmed or held by those whom it counts; the database counts."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(taken__lte=F("most")), name="events_quota_kept"),
            models.CheckConstraint(
                condition=Q(organisation=None, role__gt="") | Q(organisation__isnull=False, role=""),
                name="events_quota_whose",
            ),
            models.UniqueConstraint(
                fields=["event", "organisation"],
                condition=Q(organisation__isnull=False),
                name="events_quota_organisation_once",
            ),
            models.UniqueConstraint(
                fields=["event", "role"], condition=Q(role__gt=""), name="events_quota_role_once"
            ),
            BornAs(name="events_quota_stays", fields=("event", "organisation", "role")),
        ]

    def __str__(self) -> str:
        return f"quota {self.pk}"

    def has_room(self, people: int) -> bool:
        """Say whether so many more may have places."""
        return self.taken + people <= self.most


class Counted(models.Model):
    """A registration that has a place counts in a quota. Only the database writes this."""

    registration = models.ForeignKey(Registration, on_delete=models.DO_NOTHING, related_name="counted")
    quota = models.ForeignKey(Quota, on_delete=models.DO_NOTHING, related_name="counted", db_index=False)
    people = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["registration", "quota"], name="events_counted_once"),
            CountsInto(name="events_quota_sums", via="quota", amount="people", counter="taken"),
            Follows(
                name="events_counted_follows", one="registration", other="quota", within="event",
                holds="pool", amount="people", decides=("organisation", "person"), when=COMES_UNDER,
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["quota", "people"], name="events_counted_taken")]

    def __str__(self) -> str:
        return f"{self.registration_id} in quota {self.quota_id}"
