"""Brings the database's tables up to the program, and says quickly when there is nothing to do."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOBase
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection

from fiksummin.core.db import fresh

type Step = fresh.Step
type Say = Callable[[int, int], None]
"""Told how many steps are done, and of how many."""


def missing() -> set[Step]:
    """The steps that the database has not taken yet.

    Compares file names with the database's own list: milliseconds, where Django's command loads every
    migration. Raises ``OperationalError`` when the database does not answer.
    """
    return steps() - taken()


def unknown() -> set[Step]:
    """Steps that the database has taken and this program lacks: a newer program has been here."""
    ours = {label for label, _ in steps()}
    return {step for step in taken() - steps() if step[0] in ours}


def steps() -> set[Step]:
    """All steps of the installed apps, by their files."""
    return {
        (app.label, path.stem)
        for app in apps.get_app_configs()
        for path in (Path(app.path) / "migrations").glob("*.py")
        if path.name[0] not in "_~"
    }


def taken() -> set[Step]:
    """The steps that the database says it has taken; none when it is empty."""
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def bring_up_to_date(say: Say) -> int:
    """Take the missing steps, if any, an empty SQLite those that are kept at once; answer how many there were."""
    todo = missing()
    done = 0
    if todo and fresh.fits():
        with _fewer_collections():
            done = fresh.lay(whole=todo == set(fresh.kept().steps))
        say(done, len(todo))
    if len(todo) > done:
        take_steps(say)
    return len(todo)


def take_steps(say: Say) -> None:
    """Take the missing steps one by one."""
    with _fewer_collections():
        call_command("migrate", interactive=False, verbosity=1, stdout=_Counter(len(missing()), say))


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Migrating makes millions of classes and fields; looking for garbage less often saves a quarter."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1_000_000, 1, 3)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.collect()


class _Counter(TextIOBase):
    """Stands where the command prints, and counts the steps that it says it took."""

    def __init__(self, total: int, say: Say) -> None:
        self.done = 0
        self.total = total
        self.say = say

    def write(self, text: str, /) -> int:
        if text.startswith("  Applying "):
            self.done += 1
            self.say(self.done, self.total)
        return len(text)
