"""A person with an account."""

from datetime import date
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from fiksummin.core.db.questions import Question
from fiksummin.core.time import now, today
from fiksummin.people.choices import STANDS_IN_FOR, Language, RoleKind
from fiksummin.people.models.organisation import Agreement, Organisation


class PersonQuerySet(models.QuerySet["Person"]):
    """Questions about people."""

    def visible_to(self, person: "Person") -> "PersonQuerySet":
        """Each sees herself; nobody lists people."""
        return self.filter(pk=person.pk, erased_at=None)

    def with_standing(self, day: date) -> "PersonQuerySet":
        """Bring along the organisation and whether an agreement is in force on a day."""
        return self.select_related("organisation").annotate(has_agreement=agrees("organisation", day))


def agrees(organisation: str, day: date) -> Exists:
    """Say whether an organisation, named by its way there, has an agreement in force on a day."""
    return Exists(
        Agreement.objects.filter(organisation=OuterRef(organisation), starts_on__lte=day, ends_on__gte=day)
    )


def _roles(person: int, day: date) -> models.QuerySet[Any, tuple[str, str]]:
    roles = apps.get_model("people", "Role").objects.filter(person=person, starts_on__lte=day, ended_at=None)
    return roles.filter(Q(ends_on=None) | Q(ends_on__gte=day)).values_list("kind", "place")


_ROLES = Question(_roles)
_STANDING = Question(
    lambda pk, day: Person.objects.with_standing(day).filter(pk=pk, is_active=True).order_by("pk")
)


class PersonManager(BaseUserManager["Person"]):
    """Makes people; none of them has a password."""

    def get_queryset(self) -> PersonQuerySet:
        """Give the queryset with its questions."""
        return PersonQuerySet(self.model, using=self._db)

    def with_standing(self, day: date) -> PersonQuerySet:
        """See the queryset."""
        return self.get_queryset().with_standing(day)

    def standing(self, pk: Any, day: date) -> "Person | None":
        """Give a person who is not erased, ``with_standing`` on a day; one query."""
        return next(iter(_STANDING(pk=pk, day=day)), None)

    def visible_to(self, person: "Person") -> PersonQuerySet:
        """See the queryset."""
        return self.get_queryset().visible_to(person)

    def create_user(self, email: str, **fields: Any) -> "Person":
        """Make a person without a password, her address in small letters."""
        person = self.model(email=email.lower(), **fields)
        person.set_unusable_password()
        person.save(using=self._db)  # allow(writes): Django's own way to make a user; called by join alone
        return person


class Person(AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]  # of Wagtail's pictures
    """Somebody who signs in. Erased people leave this row behind with nothing in it but its number."""

    email = models.EmailField(max_length=254, null=True, unique=True)
    name = models.CharField(max_length=150, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FI)
    sponsor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="guests"
    )
    guest_until = models.DateField(null=True, blank=True)
    guest_place = models.CharField(max_length=80, blank=True)
    mail_about_me = models.BooleanField(default=True)
    mail_follow = models.BooleanField(default=False)
    mail_weekly = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)
    erased_at = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)

    strongly_signed_in = True
    """False for a request whose sign-in was by a code alone: then no role that runs the lab is in force."""

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                condition=Q(email=None) | Q(email=Lower("email")), name="people_person_email_lower"
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None, is_active=True) | Q(erased_at__isnull=False, is_active=False),
                name="people_person_active_until_erased",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None, email__isnull=False)
                | Q(erased_at__isnull=False, email=None, name=""),
                name="people_person_erased_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or ""

    def get_full_name(self) -> str:
        """Give the name that others see."""
        return str(self)

    def get_short_name(self) -> str:
        """Give the first name."""
        return str(self).split()[0] if str(self) else ""

    @property
    def is_guest(self) -> bool:
        """Say whether she is here on somebody's invitation."""
        return self.guest_until is not None

    @property
    def is_staff(self) -> bool:
        """Nobody uses Django's own admin."""
        return False

    @cached_property
    def standing_roles(self) -> list[tuple[str, str]]:
        """The roles in force today as (kind, place); place "" is the whole lab. One query a request.

        Who signed in weakly has none that runs the lab until she has shown a second factor.
        """
        if self.strongly_signed_in:
            return self.held_roles
        return [(kind, place) for kind, place in self.held_roles if kind == RoleKind.LEADER]

    @property
    def runs_the_lab(self) -> bool:
        """Say whether she holds a role that runs the lab, however she signed in: it asks for a second factor."""
        return any(kind != RoleKind.LEADER for kind, _place in self.held_roles)

    @cached_property
    def held_roles(self) -> list[tuple[str, str]]:
        """The roles of today, however she signed in."""
        return _ROLES(person=self.pk, day=today())

    def may(self, kind: str, place: str = "") -> bool:
        """Say whether she may do the work of a role at a place (or, with "", in the whole lab)."""
        return any(held in STANDS_IN_FOR[kind] and at in {"", place} for held, at in self.standing_roles)

    def may_somewhere(self, kind: str) -> bool:
        """Say whether she may do the work of a role at any place."""
        return any(held in STANDS_IN_FOR[kind] for held, _place in self.standing_roles)
