"""Confirming by a code that the reader is still she who signed in, before she changes how she signs in."""

from secrets import compare_digest, token_hex

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.shown_once import digest
from fiksummin.core.time import now
from fiksummin.people import letters
from fiksummin.people.codes import new_code
from fiksummin.people.models import Person

ASKED = "again"
"""Key in the session: the hash of the code, when it was sent, how often it was tried."""
MOST_TRIES = 3


def send_code(request: HttpRequest, person: Person) -> None:
    """Send a code to her own address. Raises NotAllowed when there were too many."""
    if not person.email or not ratelimit.consume(
        request, app="allauth.account", action="request_login_code", key=person.email
    ):
        raise NotAllowed(_("There were too many tries. Wait a little, and ask for a new code."))
    code = new_code()
    request.session[ASKED] = {
        "hash": digest(normalize_user_code(code)),
        "at": now().timestamp(),
        "tries": 0,
    }
    letters.post_code(
        email=person.email,
        code=code,
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


def is_asked(request: HttpRequest) -> bool:
    """Say whether a code is waiting to be typed."""
    asked = request.session.get(ASKED) or {"at": 0}
    return bool(now().timestamp() - asked["at"] <= app_settings.LOGIN_BY_CODE_TIMEOUT)


def confirm(request: HttpRequest, person: Person, typed: str) -> None:
    """Take the code. Raises Invalid for a wrong one; after three a new one is needed."""
    asked = request.session.get(ASKED, {})
    known = asked.get("hash", "") if is_asked(request) else ""
    if not known or not compare_digest(known, digest(normalize_user_code(typed))):
        asked["tries"] = asked.get("tries", 0) + 1
        if asked["tries"] >= MOST_TRIES:
            request.session.pop(ASKED, None)
        elif known:
            request.session[ASKED] = asked
        raise Invalid(_("The code is wrong. Check it, or ask for a new one."), "code")
    del request.session[ASKED]
    record_authentication(request, person, method="code", reauthenticated=True)
