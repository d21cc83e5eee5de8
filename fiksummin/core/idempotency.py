"""Idempotency keys: a request sent twice has one effect and one answer."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fiksummin.core.db.writing import insert, rewrite
from fiksummin.core.errors import Invalid
from fiksummin.core.models import Answer
from fiksummin.core.time import now

LONGEST_KEY = 200


@dataclass(frozen=True)
class Reply:
    """A status, a JSON body, and whether they were given before."""

    status: int
    body: Any
    replayed: bool = False


def fingerprint(*parts: Any) -> str:
    """Tell one request from another: the same parts, the same 64 characters."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def once(*, person: int, key: str, fingerprint: str, act: Callable[[], tuple[int, Any]]) -> Reply:
    """Do ``act`` once for this person and key; the same key again gets the same answer.

    The act and its answer are one commit, so after a crash either both stand
    or neither. The key is taken before the act, so that the same request sent
    twice at once waits for the first answer instead of acting against it; that
    it was taken before is told by the database's own refusal. A
    refusal (an exception) is not kept: trying again is allowed.
    An empty key means no such wish. Raises Invalid when the key was used for
    something else, or is too long.
    """
    if not key:
        with transaction.atomic():
            return Reply(*act())
    if len(key) > LONGEST_KEY:
        raise Invalid(_("The idempotency key is too long: 200 characters at most."))
    try:
        with transaction.atomic():
            return _do(person, key, fingerprint, act)
    except IntegrityError:
        given = given_before(person, key, fingerprint)
        if given is None:
            raise
        return given


def given_before(person: int, key: str, fingerprint: str) -> Reply | None:
    """Give what was answered to a person's key; None when nothing was. Raises Invalid when it was used for something else."""
    answer = Answer.objects.filter(person=person, key=key).first()
    if answer is None:
        return None
    if answer.fingerprint != fingerprint:
        raise Invalid(_("This idempotency key was already used for a different request."))
    return Reply(answer.status, answer.body, replayed=True)


def _do(person: int, key: str, fingerprint: str, act: Callable[[], tuple[int, Any]]) -> Reply:
    answer = Answer(person=person, key=key, fingerprint=fingerprint, status=0, body="", at=now())
    insert(answer)
    answer.status, answer.body = act()
    rewrite(answer, "status", "body")
    return Reply(answer.status, answer.body)
