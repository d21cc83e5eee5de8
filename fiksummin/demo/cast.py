"""The cast and the crowd as files: who is in the demo, how to sign in as them, and their API tokens."""

import json
from pathlib import Path
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db import transaction

from fiksummin.core.time import now
from fiksummin.demo.cast_table import CAST, Part
from fiksummin.people import actions
from fiksummin.people.choices import Scope
from fiksummin.people.models import Person
from fiksummin.people.queries import good_tokens

CROWD = 200
"""How many further people get a token, for load and race runs."""
_TOKEN_NAME = "demo"  # noqa: S105 -- a name, not a secret
_signer = Signer(salt="fiksummin.demo.sign-in")

type Row = dict[str, Any]


def write_files(data: Path, base_url: str) -> None:
    """Write ``cast.json`` and ``crowd.json``; tokens written before and still good are kept."""
    people = {str(person.email): person for person in _people()}
    cast = [part for part in CAST if part.email in people]
    tokens = _still_good(_read(data / "cast.json") + _read(data / "crowd.json"))
    with transaction.atomic():
        rows, crowd = _rows(people, cast, tokens, base_url)
    _write(data / "cast.json", rows)
    _write(data / "crowd.json", crowd)


def _rows(
    people: dict[str, Person], cast: list[Part], tokens: dict[str, str], base_url: str
) -> tuple[list[Row], list[Row]]:
    rows = [_cast_row(part, people[part.email], tokens, base_url) for part in cast]
    others = [person for email, person in people.items() if email not in {part.email for part in cast}]
    return rows, [_crowd_row(person, tokens) for person in others[:CROWD]]


def sign_in_path(key: str) -> str:
    """Give the path of a one-press sign-in link."""
    return f"/demo/sign-in/{_signer.sign(key)}/"


def part_of(signed: str) -> Part | None:
    """Find whom a link signs in; None for one that was not made here."""
    try:
        key = _signer.unsign(signed)
    except BadSignature:
        return None
    return next((part for part in CAST if part.key == key), None)


def _people() -> list[Person]:
    living = Person.objects.get_queryset().filter(erased_at=None, guest_until=None).order_by("pk")
    guests = Person.objects.get_queryset().filter(email__in=[part.email for part in CAST])
    return list((living | guests).select_related("organisation"))


def _cast_row(part: Part, person: Person, tokens: dict[str, str], base_url: str) -> Row:
    return {
        "key": part.key,
        "name": person.name,
        "email": person.email,
        "organisation": person.organisation.name_fi if person.organisation else "",
        "roles": [{"kind": kind, "place": place} for kind, place in part.roles],
        "language": person.language,
        "sign_in_url": f"{base_url}{sign_in_path(part.key)}",
        "api_token": tokens.get(part.email) or _new_token(person),
    }


def _crowd_row(person: Person, tokens: dict[str, str]) -> Row:
    return {
        "email": person.email,
        "organisation": person.organisation.name_fi if person.organisation else "",
        "api_token": tokens.get(str(person.email)) or _new_token(person),
    }


def _still_good(rows: list[Row]) -> dict[str, str]:
    return {email: secret for secret, email in good_tokens([row["api_token"] for row in rows], now()).items()}


def _new_token(person: Person) -> str:
    _token, secret = actions.make_token(person=person, name=_TOKEN_NAME, scope=Scope.WRITE)
    return secret


def _read(path: Path) -> list[Row]:
    rows: list[Row] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return rows


def _write(path: Path, rows: list[Row]) -> None:
    draft = path.with_suffix(".part")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draft.rename(path)
