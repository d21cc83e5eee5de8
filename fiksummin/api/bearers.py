"""Who asks: the bearer of a token, who must also be let in by the same rules as on the pages."""

from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from fiksummin.api.language import speak
from fiksummin.core.errors import NotAllowed, refuse_if
from fiksummin.core.time import today
from fiksummin.people.actions import find_bearer
from fiksummin.people.choices import Scope
from fiksummin.people.models import ApiToken, Person
from fiksummin.people.rules import why_not_enter


@dataclass(frozen=True)
class Bearer:
    """The person whose token it is, and the token."""

    person: Person
    token: ApiToken


class Asked(HttpRequest):
    """A request whose bearer is known."""

    auth: Bearer


class Token(HttpBearer):
    """Lets in the bearers of tokens that may read, or also write."""

    def __init__(self, scope: Literal[Scope.READ, Scope.WRITE] = Scope.READ) -> None:
        """Name what the token must be good for."""
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        """Find the bearer. Raises NotAllowed when the token may not do this, or its person may not enter."""
        found = find_bearer(token.strip())
        if found is None:
            return None
        bearer = Bearer(*found)
        speak(request, bearer.person)
        refuse_if(why_not_enter(bearer.person, today()))
        if self.scope == Scope.WRITE and bearer.token.scope != Scope.WRITE:
            raise NotAllowed(_("This token may only read."))
        return bearer


READ, WRITE = Token(Scope.READ), Token(Scope.WRITE)
