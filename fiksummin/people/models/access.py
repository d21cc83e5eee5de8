"""What opens doors: roles, invitations, tokens, sessions."""

from typing import TYPE_CHECKING

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q

from fiksummin.core.time import now
from fiksummin.people.choices import Language, RoleKind, Scope
from fiksummin.people.models.person import Person

if TYPE_CHECKING:
    from fiksummin.people.sessions import SessionStore


class Role(models.Model):
    """What a person does for the lab, or that she leads. ``place`` is a site's slug, or "" for the whole lab."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind.choices)
    place = models.CharField(max_length=80, blank=True)
    granted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_at = models.DateTimeField(default=now)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["kind", "place"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="people_role_days"
            ),
            models.CheckConstraint(
                condition=~Q(kind=RoleKind.LEADER) | Q(place=""), name="people_leader_in_her_agency"
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "place"], condition=Q(ended_at=None), name="people_role_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.place}".strip()


class Invitation(models.Model):
    """A guest is asked in by a sponsor, for a place and until a day. The link works once."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FI)
    place = models.CharField(max_length=80, blank=True)
    purpose = models.CharField(max_length=300, blank=True)
    sponsor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    guest_until = models.DateField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class ApiToken(models.Model):
    """A bearer token: only its hash is kept, it is scoped, and can be revoked."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=10, choices=Scope.choices)
    strong = models.BooleanField(default=False)
    """Made with a second factor shown, so that the bearer's roles are in force."""
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name


class Limit(models.Model):
    """How often a door was tried; all processes count together (the table of a cache)."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key


class Session(AbstractBaseSession):
    """A signed-in browser; knows whose it is, so that it can be ended with the person."""

    person = models.BigIntegerField(null=True, db_index=True)

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "session"

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        """Give the store that writes these rows."""
        from fiksummin.people.sessions import SessionStore  # noqa: PLC0415 -- the store imports this model

        return SessionStore
