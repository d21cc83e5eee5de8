"""Reads of this room."""

import copy
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial
from typing import Any, cast

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from fiksummin.core.db.questions import Question
from fiksummin.core.shown_once import digest
from fiksummin.core.time import today
from fiksummin.people.choices import OrganisationKind, RoleKind
from fiksummin.people.models import ApiToken, Invitation, Organisation, Person, Role

_HOSTS = Question(
    lambda places, day: (
        standing_roles(day)
        .filter(kind=RoleKind.HOST, place__in=places, starts_on__lte=day)
        .select_related(None)
        .select_related("person")
        .order_by("person__name")
    )
)

MOST_KEPT = 256
"""So many ways to stand are remembered at a time."""


class ReadersQuestion[Row]:
    """A question about what somebody may see, worded once for all who stand as she does on that day.

    ``wording(person, **values)`` is given somebody who stands as the reader does, and whose number is a
    place to be filled: it filters by ``person.pk``, never by the person. What partners may see hangs on an
    agreement that may end at any moment, so theirs is worded each time. For the public the person is None.
    """

    def __init__(self, wording: Callable[..., QuerySet[Any, Row]]) -> None:
        """Know how to word it."""
        self.wording = wording
        self.kept: dict[tuple[Any, ...], Question[Row]] = {}

    def __call__(self, person: Person | None, day: date, **values: Any) -> list[Row]:
        """Ask for a person as she stands on a day, or for the public, and read all rows."""
        if person is None:
            return self._kept((day,), lambda: Question(partial(self.wording, None)))(**values)
        return self._for(person, day)(reader=person.pk, **values)

    def _for(self, person: Person, day: date) -> Question[Row]:
        body = person.organisation
        if body is not None and body.kind == OrganisationKind.PARTNER:
            return self._worded(person)
        stands = person.organisation_id, body and body.kind, person.is_guest, person.guest_place
        return self._kept((*stands, tuple(person.standing_roles), day), lambda: self._worded(person))

    def _kept(self, key: tuple[Any, ...], word: Callable[[], Question[Row]]) -> Question[Row]:
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            found = self.kept[key] = word()
        return found

    def _worded(self, person: Person) -> Question[Row]:
        alike = copy.copy(person)
        alike.standing_roles = person.standing_roles

        def rows(reader: Any, **values: Any) -> QuerySet[Any, Row]:
            alike.pk = reader
            return self.wording(alike, **values)

        return Question(rows)


def person_of(request: HttpRequest) -> Person:
    """Give the signed-in person (behind ``login_required``)."""
    return cast(Person, request.user)


def reader_of(request: HttpRequest) -> Person | None:
    """Give the person who reads, or None for the public."""
    return request.user if isinstance(request.user, Person) else None


def organisations_for(person: Person) -> QuerySet[Organisation]:
    """Give the organisations whose work somebody may look at: members all, guests none."""
    rows = Organisation.objects.select_related("successor")
    return rows.none() if person.is_guest else rows


def ascii_domain(domain: str) -> str:
    """Give a domain as machines write it: small letters, ``työ.example`` as ``xn--ty-fka.example``.

    Gives "" for what cannot be a domain of at least two parts.
    """
    try:
        plain = domain.strip().strip(".").lower().encode("idna").decode()
    except UnicodeError:
        return ""
    parts = plain.split(".")
    sound = all(
        part.replace("-", "").isalnum() and part.isascii() and part[0] != "-" != part[-1] for part in parts
    )
    return plain if len(parts) >= 2 and sound else ""


def organisation_of(email: str) -> Organisation | None:
    """Find the organisation that owns an address's domain; of several the one with the closest domain."""
    domain = ascii_domain(email.rpartition("@")[2])
    owners = Organisation.objects.owning(domain) if domain else Organisation.objects.none()
    return max(owners.prefetch_related("domains"), key=lambda body: _closeness(body, domain), default=None)


def organisation_of_home(home: str) -> Organisation | None:
    """Find the organisation by its home organisation in the Virtu federation."""
    return Organisation.objects.filter(virtu_id=home).first() if home else None


def person_by_email(email: str) -> Person | None:
    """Find the person with an address, whatever the size of its letters."""
    return Person.objects.get_queryset().filter(email=email.strip().lower()).first()


def people_by_email(emails: Iterable[str]) -> QuerySet[Person]:
    """Find the people with these addresses, written in small letters."""
    return Person.objects.get_queryset().filter(email__in=list(emails), erased_at=None)


def invitation_by_secret(secret: str) -> Invitation | None:
    """Find the invitation that a link belongs to, used or not."""
    found = Invitation.objects.filter(token_hash=digest(secret))
    return found.select_related("sponsor__organisation").first()


def open_invitation_to(email: str, at: datetime) -> Invitation | None:
    """Find the newest invitation to an address that still opens the door."""
    return open_invitations(at).filter(email=email.strip().lower()).order_by("-sent_at").first()


def open_invitations(at: datetime) -> QuerySet[Invitation]:
    """Give the invitations that nobody has used, withdrawn or let expire."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


def standing_roles(day: date) -> QuerySet[Role]:
    """Give the roles that run the lab, in force on a day or coming, with their people."""
    return _named(day).exclude(kind=RoleKind.LEADER)


def _named(day: date) -> QuerySet[Role]:
    standing = Role.objects.filter(ended_at=None).filter(Q(ends_on=None) | Q(ends_on__gte=day))
    return standing.select_related("person__organisation")


def holding_role(kind: str, at: datetime | None = None) -> QuerySet[Role, int]:
    """Give the ids of those who hold a role today anywhere, to be asked about within another question."""
    day = today(at=at)
    held = Role.objects.filter(kind=kind, starts_on__lte=day, ended_at=None)
    return held.filter(Q(ends_on=None) | Q(ends_on__gte=day)).order_by().values_list("person", flat=True)


def roles_seen_by(person: Person, day: date) -> QuerySet[Role]:
    """Give the roles a person may look after: an owner all, a manager those of her site."""
    if person.may(RoleKind.OWNER):
        return _named(day)
    places = [place for kind, place in person.standing_roles if kind == RoleKind.MANAGER and place]
    return standing_roles(day).filter(place__in=places)


def other_owners(role: Role, day: date) -> int:
    """Count the owners of the whole lab there are beside one role."""
    owners = standing_roles(day).filter(kind=RoleKind.OWNER, place="", starts_on__lte=day)
    return owners.exclude(person=role.person_id).count()


def who_run_the_lab(day: date) -> QuerySet[Person]:
    """Give those who run the lab on a day, anywhere and as whatever, by their names."""
    held = standing_roles(day).filter(starts_on__lte=day).values("person")
    return Person.objects.get_queryset().filter(pk__in=held, is_active=True).order_by("name", "pk")


def owner_of_lab(but: Person | None = None) -> Person:
    """Give who answers for the lab, beside ``but``: there is always one."""
    roles = Role.objects.filter(kind=RoleKind.OWNER, place="", ended_at=None, person__is_active=True)
    return roles.exclude(person=but).select_related("person").order_by("granted_at", "pk")[:1].get().person


def _closeness(body: Organisation, domain: str) -> int:
    """Count the letters of the organisation's domain that an address's domain matches."""
    owned = body.domains.all()
    return max((len(own.domain) for own in owned if own.holds(domain)), default=0)


def receivers(places: list[str], day: date) -> dict[str, list[Person]]:
    """Find who receives people at each place: its hosts, and those of the whole lab. One query."""
    found: dict[str, list[Person]] = {place: [] for place in places}
    for role in _HOSTS(places=["", *places], day=day):
        for place in [role.place] if role.place else places:
            found[place].append(role.person)
    return found


def good_tokens(found: Iterable[str], at: datetime) -> dict[str, str]:
    """Say which of these secrets are tokens still good, and whose (by e-mail address). One query."""
    kept = {digest(secret): secret for secret in found}
    good = ApiToken.objects.filter(token_hash__in=kept, revoked_at=None, expires_at__gt=at)
    return {kept[mark]: str(email) for mark, email in good.values_list("token_hash", "person__email")}
