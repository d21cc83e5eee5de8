"""Codes that were sent to an address and are typed on the next page: kept as a hash with the session, good for a few tries."""

from secrets import compare_digest
from typing import Any

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.shown_once import digest
from fiksummin.core.time import now
from fiksummin.people.codes import new_code

MOST_TRIES = 3


class TypedCode:
    """A code for one matter, by whose name it is kept with the session."""

    def __init__(self, matter: str) -> None:
        """Know the matter."""
        self.matter = matter

    def made(self, request: HttpRequest, email: str) -> str:
        """Make a code for an address and keep both. Raises NotAllowed when there were too many."""
        if not email or not ratelimit.consume(
            request, app="allauth.account", action="request_login_code", key=email
        ):
            raise NotAllowed(_("There were too many tries. Wait a little, and ask for a new code."))
        code = new_code()
        request.session[self.matter] = {
            "email": email, "hash": digest(normalize_user_code(code)), "at": now().timestamp(), "tries": 0,
        }  # fmt: skip
        return code

    def is_asked(self, request: HttpRequest) -> bool:
        """Say whether a code is waiting to be typed."""
        return bool(self.about(request))

    def about(self, request: HttpRequest) -> dict[str, Any]:
        """Give what is kept of the code that waits; nothing when its time is up."""
        kept: dict[str, Any] = request.session.get(self.matter) or {"at": 0}
        return kept if now().timestamp() - kept["at"] <= app_settings.LOGIN_BY_CODE_TIMEOUT else {}

    def take(self, request: HttpRequest, typed: str) -> dict[str, Any]:
        """Take the code, and give what was kept with it. Raises Invalid for a wrong one; after three a new one is needed."""
        kept = self.about(request)
        if not kept or not compare_digest(kept["hash"], digest(normalize_user_code(typed))):
            tries = kept.get("tries", 0) + 1
            if tries >= MOST_TRIES:
                request.session.pop(self.matter, None)
            elif kept:
                request.session[self.matter] = kept | {"tries": tries}
            raise Invalid(_("The code is wrong. Check it, or ask for a new one."), "code")
        del request.session[self.matter]
        return kept
