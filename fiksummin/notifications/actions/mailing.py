"""The letters: what is new to somebody goes out in one, and never what she has seen."""

import logging
from datetime import datetime

from django.db import transaction

from fiksummin.notifications import letters, queries, things
from fiksummin.notifications.choices import Kind, State
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person

logger = logging.getLogger(__name__)

AT_ONCE = 200
"""Letters of a kind in one go, so that the worker's other work has its turn; the rest goes in the next."""
IN_ONE = 50
"""Notices in one letter; the rest waits for the next."""


def mail_due(*, at: datetime) -> int:
    """Write the letters that are due; answers how many.

    Each in a transaction of its own: a crash loses none and doubles none, and one that cannot be written
    keeps nobody else from hers.
    """
    return sum(
        _tried(person, kind, at) for kind in Kind.values for person in queries.readers_due(kind, at)[:AT_ONCE]
    )


def mail_to(*, person: int, kind: str, at: datetime) -> int:
    """Write one letter of what is new to somebody, if it is due; answers how many letters.

    Her row is locked first, so that two workers take turns; her notices then, so that she cannot see one on
    the page meanwhile. Were there no locks, the database would still refuse to send what is settled.
    """
    with transaction.atomic():
        reader = _locked(person)
        wants = reader.mail_about_me if kind == Kind.ABOUT else reader.mail_follow
        if not wants or not reader.email or not queries.is_due(person, kind, at):
            return 0
        found = list(_new(person, kind, at))
        told = _tellable(found, reader)
        gone = {notice.pk for notice in found} - {line.notice.pk for line in told}
        _settle(gone, State.DROPPED, at)
        if told:
            letter = letters.write(reader, kind, told)
            _settle({line.notice.pk for line in told}, State.MAILED, at, bundle=letter)
    return int(bool(told))


def _tried(person: int, kind: str, at: datetime) -> int:
    try:
        return mail_to(person=person, kind=kind, at=at)
    except Exception:
        logger.exception("A letter of notices could not be written; it will be tried again")
        return 0


def _locked(person: int) -> Person:
    people = Person.objects.get_queryset().select_for_update(no_key=True, of=("self",))
    return people.get(pk=person)


def _new(person: int, kind: str, at: datetime) -> list[Notice]:
    return list(queries.due_notices(person, kind, at).select_for_update(no_key=True)[:IN_ONE])


def _tellable(found: list[Notice], reader: Person) -> list[things.Line]:
    """Keep what she may see and what is still so."""
    true = things.standing(found)
    return [line for line in letters.read(found, reader) if line.face and line.notice.pk in true]


def _settle(notices: set[int], state: str, at: datetime, **words: object) -> None:
    """Write the state without asking for the one before: the database refuses what is settled."""
    Notice.objects.filter(pk__in=notices).update(state=state, settled_at=at, **words)
