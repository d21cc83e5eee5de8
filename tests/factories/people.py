"""People and organisations for tests, made by the product's own actions."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from fiksummin.core.time import today
from fiksummin.demo.cast_table import CAST, LAB
from fiksummin.demo.organisations import BODIES
from fiksummin.people import actions
from fiksummin.people.models import Agreement, Organisation, Person, Role

_numbers = count(1)
LONG_AGO = date(2010, 1, 1)


def organisation(key: str = "", **words: Any) -> Organisation:
    """Give an organisation of the examples by key ("vm", "kumppani"), or a new one with a domain of its own.

    ``domain`` and ``subdomains`` say which addresses are its people's. A
    partner gets an agreement for this year unless ``agreed=False``.
    """
    body = next((body for body in BODIES if body.key == key), None)
    known = Organisation.objects.filter(domains__domain=body.domain).first() if body else None
    if known:
        return known
    number = next(_numbers)
    domain = words.pop("domain", body.domain if body else f"virasto{number}.example")
    subdomains = words.pop("subdomains", False)
    agreed = words.pop("agreed", True)
    given = {
        "name_fi": body.fi if body else f"Virasto {number}",
        "name_sv": body.sv if body else f"Ämbetsverk {number}",
        "name_en": body.en if body else f"Agency {number}",
        "abbreviation": body.abbreviation if body else f"V{number}",
        "kind": body.kind if body else "state",
        "starts_on": LONG_AGO,
    } | words
    made = actions.found_organisation(by=None, **given)
    if domain:
        actions.add_domain(by=None, organisation=made, domain=domain, subdomains=subdomains)
    if made.kind == "partner" and agreed:
        agreement(made)
    return made


def agreement(partner: Organisation, **words: Any) -> Agreement:
    """Agree with a partner: from a month ago until a year from now, everywhere."""
    given = {"starts_on": today() - timedelta(days=30), "ends_on": today() + timedelta(days=365)} | words
    return actions.make_agreement(by=None, organisation=partner, **given)


def person(key: str = "", **words: Any) -> Person:
    """Give the cast's person of that key, or somebody new.

    Words: ``email``, ``name``, ``language``, ``organisation``, and ``roles`` as
    pairs of kind and place.
    """
    if key:
        return _of_cast(key, words)
    number = next(_numbers)
    roles = words.pop("roles", ())
    home = words.pop("organisation", None) or organisation("vm")
    domain = home.domains.first()
    given = {
        "email": f"henkilo{number}@{domain.domain if domain else 'nowhere.example'}",
        "name": f"Henkilö {number}",
        "language": "fi",
    } | words
    made = actions.join(organisation=home, **given)
    return _with_roles(made, roles)


def guest(sponsor: Person | None = None, *, days: int = 30, **words: Any) -> Person:
    """Give a guest who accepted an invitation: of the member unless said otherwise."""
    number = next(_numbers)
    given = {"email": f"vieras{number}@vieras.example", "name": f"Vieras {number}"} | words
    _invitation, secret = actions.invite_guest(
        by=sponsor or person("member"), guest_until=today() + timedelta(days=days), **given
    )
    return actions.accept_invitation(secret=secret)


def role(holder: Person, kind: str = "host", place: str = LAB, **words: Any) -> Role:
    """Give a role, as the system itself."""
    return actions.grant_role(by=None, person=holder, kind=kind, place=place, **words)


def token(holder: Person, scope: str = "write", **words: Any) -> str:
    """Give a bearer token's secret."""
    _token, secret = actions.make_token(person=holder, name="testi", scope=scope, **words)
    return secret


def _of_cast(key: str, words: dict[str, Any]) -> Person:
    part = next(part for part in CAST if part.key == key)
    known = Person.objects.get_queryset().filter(email=part.email).first()
    if known:
        return known
    if part.sponsor:
        return guest(person(part.sponsor), email=part.email, name=part.name, language=part.language, **words)
    made = person(
        email=part.email,
        name=part.name,
        language=part.language,
        organisation=organisation(part.organisation),
        **words,
    )
    return _with_roles(made, part.roles)


def _with_roles(holder: Person, roles: Any) -> Person:
    for kind, place in roles:
        role(holder, kind, place)
    return holder
