"""How the signed-in person is read on each request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from fiksummin.core.time import today
from fiksummin.people.models import Person


class PersonBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Reads the person with what decides on entry: one query a request."""

    def get_user(self, user_id: Any) -> Person | None:
        """Find a person who is not erased."""
        return Person.objects.standing(user_id, today())
