"""Organisations, which end and merge; their mail domains; agreements with partners."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from fiksummin.core.languages import Spoken
from fiksummin.people.choices import OrganisationKind, RoleKind

if TYPE_CHECKING:
    from fiksummin.people.models.person import Person

LONGEST_CHAIN = 20
"""Successors followed at most; a longer chain is a circle."""


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Questions about organisations."""

    def standing(self, day: date) -> "OrganisationQuerySet":
        """Those that exist on a day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def visible_to(self, person: "Person") -> "OrganisationQuerySet":
        """All for an owner of the lab; nobody else looks after organisations."""
        return self.all() if person.may(RoleKind.OWNER) else self.none()

    def owning(self, domain: str) -> "OrganisationQuerySet":
        """Those whose mail domain this is: the very domain, or one below it where that is allowed."""
        parts = domain.lower().split(".")
        above = [".".join(parts[n:]) for n in range(1, len(parts) - 1)]
        return self.filter(
            Q(domains__domain=domain.lower()) | Q(domains__domain__in=above, domains__subdomains=True)
        ).distinct()


class Organisation(models.Model):
    """An agency, a partner or another body, with its days of validity and its successor."""

    name_fi = models.CharField(max_length=200)
    name_sv = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    abbreviation = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=10, choices=OrganisationKind.choices)
    branch = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    virtu_id = models.CharField(max_length=120, blank=True)

    name = Spoken("name")
    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name_fi"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="people_organisation_days"
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("id")), name="people_organisation_not_own_heir"
            ),
            models.UniqueConstraint(
                fields=["virtu_id"], condition=~Q(virtu_id=""), name="people_organisation_virtu"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        """The abbreviation, or the name where there is none."""
        return self.abbreviation or self.name

    def stands_on(self, day: date) -> bool:
        """Say whether it exists on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def on(self, day: date) -> "Organisation":
        """Give the one that carries its work on a day: itself or, when it has ended, its heir."""
        body = self
        for _step in range(LONGEST_CHAIN):
            if body.successor is None or body.ends_on is None or day <= body.ends_on:
                break
            body = body.successor
        return body


class EmailDomain(models.Model):
    """A mail domain that an organisation owns. ``subdomains`` opens those below it too."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=200)
    subdomains = models.BooleanField(default=False)

    class Meta:
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(Lower("domain"), name="people_domain_once"),
            models.CheckConstraint(condition=Q(domain=Lower("domain")), name="people_domain_lower"),
        ]

    def __str__(self) -> str:
        return f"*.{self.domain}" if self.subdomains else self.domain

    def holds(self, domain: str) -> bool:
        """Say whether a domain is this very one, or lies below it where that is allowed."""
        return domain == self.domain or (self.subdomains and domain.endswith(f".{self.domain}"))


class Agreement(models.Model):
    """What a partner's people may do, from when until when. No places named means every place."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreements")
    starts_on = models.DateField()
    ends_on = models.DateField()
    places = models.JSONField(default=list, blank=True)
    purpose = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-ends_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="people_agreement_days")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.starts_on}–{self.ends_on}"
