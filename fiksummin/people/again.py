"""Confirming by a code that the reader is still she who signed in, before she changes how she signs in."""

from secrets import token_hex

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from fiksummin.core.time import now
from fiksummin.people import letters
from fiksummin.people.models import Person
from fiksummin.people.typed_codes import TypedCode

ASKED = TypedCode("again")


def send_code(request: HttpRequest, person: Person) -> None:
    """Send a code to her own address. Raises NotAllowed when there were too many."""
    letters.post_code(
        email=person.email or "",
        code=ASKED.made(request, person.email or ""),
        minutes=app_settings.LOGIN_BY_CODE_TIMEOUT // 60,
        language=person.language,
        key=f"again-{token_hex(12)}",
        person=person,
    )


def is_fresh(request: HttpRequest, person: Person) -> bool:
    """Say whether she has proven a little while ago that it is she, or the machinery will ask for her second factor."""
    return is_mfa_enabled(person) or is_proven(request, person)


def is_proven(request: HttpRequest, person: Person) -> bool:
    """Say whether she has proven a little while ago that it is she."""
    latest = max((record["at"] for record in get_authentication_records(request, person)), default=0)
    return bool(now().timestamp() - latest <= app_settings.REAUTHENTICATION_TIMEOUT)


def confirm(request: HttpRequest, person: Person, typed: str) -> None:
    """Take the code. Raises Invalid for a wrong one; after three a new one is needed."""
    ASKED.take(request, typed)
    record_authentication(request, person, method="code", reauthenticated=True)
