"""Sessions in the database, each knowing its person."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from fiksummin.core.db.questions import Question
from fiksummin.core.time import now
from fiksummin.people.models import Session

_LIVING = Question(lambda key, at: Session.objects.filter(session_key=key, expire_date__gt=at))


class SessionStore(DatabaseStore):
    """Keeps the person's id beside the session."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Give the model."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Write down whose session this is."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)  # noqa: S101 -- the model named above
        person = data.get(SESSION_KEY)
        row.person = int(person) if person else None
        return row

    def _get_session_from_db(self) -> Session | None:
        found = _LIVING(key=self.session_key, at=now())
        if not found:
            self._session_key = None  # as Django does: a key that nobody has is never taken up
        return found[0] if found else None
