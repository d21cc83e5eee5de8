"""The order of rivals: whoever writes about an event holds its row until the end of the transaction.

A site comes before an event: who needs both takes the site's order first
(``spaces.actions.claims.choose_in_order``), so that no two wait for each other.
The questions are worded once: rivals wait while they are asked.
"""

from fiksummin.core.db.questions import Belongings, Question
from fiksummin.events.models import Event, Quota, Registration
from fiksummin.events.models import Question as Asked
from fiksummin.events.queries.rows import POOLS

_LOCKED = Question(
    lambda pk: (
        Event.objects.select_for_update(no_key=True, of=("self",))
        .select_related("kind", "site", "booking")
        .filter(pk=pk)
        .order_by("pk")
    )
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
    for belongings in (POOLS, _QUOTAS, _QUESTIONS):
        belongings.bring(rows)
    return rows[0]


def locked_registration(registration: Registration) -> Registration:
    """Read a registration anew, its event held."""
    event = locked(registration.event)
    fresh = Registration.objects.select_related("pool", "quota", "person", "organisation").get(
        pk=registration.pk
    )
    fresh.event = event
    return fresh
