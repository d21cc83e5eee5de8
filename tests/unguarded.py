"""Settings of a service without the order of rivals: no rows are locked, nobody waits for another's turn.

For negative controls alone: what is proved with the guard on must fail here.
"""

from typing import Any

from fiksummin.settings_test import *  # noqa: F403 -- the same settings, but for the guard
from fiksummin.settings_test import DATABASES


def _lift() -> None:
    from django.db.models import QuerySet  # noqa: PLC0415 -- after the settings have chosen the library of SQLite

    from fiksummin.core.db.sqlite.base import DatabaseWrapper  # noqa: PLC0415 -- as above
    from fiksummin.core.serving.crew import Crew  # noqa: PLC0415 -- as above

    def unlocked(rows: Any, **_how: Any) -> Any:
        return rows.all()

    QuerySet.select_for_update = unlocked  # type: ignore[method-assign, assignment]  # that is what this is for
    DatabaseWrapper._take_turn = lambda _wrapper: None  # type: ignore[method-assign, assignment]  # as above
    Crew._is_free = lambda _crew: True  # type: ignore[method-assign]  # as above


_lift()
if "transaction_mode" in DATABASES["default"].get("OPTIONS", {}):
    DATABASES["default"]["OPTIONS"]["transaction_mode"] = "DEFERRED"
