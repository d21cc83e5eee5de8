"""The order of rivals: whoever writes about an event holds its row until the end of the transaction.

A site comes before an event: who needs both takes the site's order first
(``spaces.actions.claims.choose_in_order``), so that no two wait for each other.
The questions are worded once: rivals wait while they are asked.
"""

from typing import Any

from django.db.models import Exists, OuterRef

from fiksummin.core.db.questions import Belongings, Question
from fiksummin.events.models import Event, Pool, Quota, Registration
from fiksummin.events.models import Question as Asked

_LOCKED = Question(
    lambda pk: (
        Event.objects.select_for_update(no_key=True, of=("self",))
        .select_related("kind", "site", "booking")
        .filter(pk=pk)
        .order_by("pk")
    )
)
_POOLS = Belongings(
    "pools",
    "event_id",
    lambda owners: (
        Pool.objects.filter(event__in=owners)
        .annotate(has_quotas=Exists(Quota.objects.filter(event=OuterRef("event"))))
        .annotate(has_questions=Exists(Asked.objects.filter(event=OuterRef("event"))))
        .annotate(has_first=Exists(Registration.objects.put_first(OuterRef("event"))))
        .order_by("mode")
    ),
)
_QUOTAS = Belongings(
    "quotas", "event_id", lambda owners: Quota.objects.filter(event__in=owners).order_by("pk")
)
_QUESTIONS = Belongings(
    "questions", "event_id", lambda owners: Asked.objects.filter(event__in=owners).order_by("position", "pk")
)


def locked(event: Event) -> Event:
    """Read an event anew with its places, and keep others from it until the end of the transaction."""
    rows = _LOCKED(pk=event.pk)
    if not rows:
        raise Event.DoesNotExist
    _POOLS.bring(rows)
    pool: Any = next(iter(rows[0].pools.all()), None)
    for belongings in (_QUOTAS, _QUESTIONS):
        if pool is None or getattr(pool, f"has_{belongings.name}"):
            belongings.bring(rows)
        else:
            belongings.bring_none(rows[0])
    rows[0].has_plain_line = len(rows[0].pools.all()) == 1 and not pool.has_first
    return rows[0]


def locked_registration(registration: Registration) -> Registration:
    """Read a registration anew, its event held."""
    event = locked(registration.event)
    fresh = Registration.objects.select_related("pool", "person", "organisation").get(pk=registration.pk)
    fresh.event = event
    return fresh
