"""What is known of a sign-in and the session that came of it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from fiksummin.core.time import now
from fiksummin.people.models import Person, Session
from fiksummin.people.sessions import SessionStore

SIGNED_IN = "signed_in"
"""Key in the session: when, in what manner, with what browser."""
STRONG = "strong"
"""Key in the session: whether more than a code was shown."""
STRONG_METHODS = {"mfa", "socialaccount", "demo"}
BROWSERS = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")
NAMES = {"Edg": "Edge", "OPR": "Opera", "Mac OS": "macOS"}


@dataclass(frozen=True)
class SignedIn:
    """A session as its person sees it."""

    key: str
    """Names the session without giving it away."""
    at: datetime | None
    browser: str
    current: bool


def note_sign_in(request: HttpRequest) -> None:
    """Write into the session when, how and with what she signed in; called for every sign-in."""
    records = request.session.get("account_authentication_methods", [])
    methods = {str(record.get("method")) for record in records}
    request.session[STRONG] = bool(methods & STRONG_METHODS)
    request.session[SIGNED_IN] = {
        "at": now().isoformat(),
        "browser": browser_of(request.headers.get("User-Agent", "")),
    }


def sessions_of(person: Person, current: str | None) -> list[SignedIn]:
    """List a person's sessions that have not expired, the present one first."""
    rows = Session.objects.filter(person=person.pk, expire_date__gt=now())
    found = [_seen(row, current) for row in rows]
    return sorted(found, key=lambda one: (not one.current, -one.at.timestamp() if one.at else 0))


def name_of(session_key: str) -> str:
    """Give a name by which a session can be spoken of without opening it."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:16]


def browser_of(user_agent: str) -> str:
    """Say a browser and a system in two words: "Firefox, Linux"; "" when they are not known."""
    browser = next((word for word in BROWSERS if f"{word}/" in user_agent), "")
    system = next((word for word in SYSTEMS if word in user_agent), "")
    return ", ".join(NAMES.get(word, word) for word in (browser, system) if word)


def _seen(row: Session, current: str | None) -> SignedIn:
    said = SessionStore(row.pk).decode(row.session_data).get(SIGNED_IN, {})
    at = datetime.fromisoformat(said["at"]) if "at" in said else None
    return SignedIn(name_of(row.pk), at, said.get("browser", ""), row.pk == current)
