"""What is asked and reminded of once an event is over, and of invitations that are late."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from fiksummin.core.facts import Fact, announce
from fiksummin.core.time import now, today
from fiksummin.events.choices import After
from fiksummin.events.facts import DigestMissing, InvitationLate, TakeawaysAsked
from fiksummin.events.models import Event, Invitation, Registration, Reminder
from fiksummin.events.models.event import EventQuerySet

ASK_WITHIN = timedelta(days=14)
"""After that nobody is asked any more: a worker that stood still for so long does not catch up."""
LAST_REMINDER_WITHIN = timedelta(days=60)
REMINDERS = (
    (After.TWO_DAYS, timedelta(days=2), timedelta(days=30)),
    (After.THIRTY_DAYS, timedelta(days=30), LAST_REMINDER_WITHIN),
)
"""Each with the time after the end from which, and until which, it is due; late, only the newer one comes."""


def ask_takeaways(*, at: datetime | None = None) -> int:
    """Ask those who took part, once an event is over; doing it again changes nothing."""
    at = at or now()
    return sum(_once(event, After.ASKED, at, TakeawaysAsked) for event in _held(at - ASK_WITHIN, at))


def remind_organisers(*, at: datetime | None = None) -> int:
    """Remind the organisers of takeaways that are not out, after two and thirty days; again, it changes nothing."""
    at = at or now()
    return sum(
        _once(event, kind, at, DigestMissing)
        for kind, since, until in REMINDERS
        for event in _held(at - until, at - since).filter(digest=None)
    )


def climb_invitations(*, at: datetime | None = None) -> int:
    """Tell those who run the lab of invitations whose answer, or whose day, is late, once for each date."""
    at = at or now()
    late = Invitation.objects.late(today(at=at)).filter(climbed_at=None)
    count = 0
    for invitation in late.order_by("pk"):
        with transaction.atomic():
            if late.filter(pk=invitation.pk).update(climbed_at=at):
                announce(InvitationLate(by=None, invitation=invitation.pk))
                count += 1
    return count


def _held(after: datetime, until: datetime) -> EventQuerySet:
    """Give the events that ended in a span (its end included) and at which somebody had a place."""
    came = Registration.objects.with_place().filter(event=OuterRef("pk"))
    return Event.objects.standing().filter(Exists(came), ends_at__gt=after, ends_at__lte=until).order_by("pk")


def _once(event: Event, kind: After, at: datetime, fact: type[Fact]) -> int:
    with transaction.atomic():
        reminder, is_new = Reminder.objects.get_or_create(
            event=event, kind=kind, starts_at=event.starts_at, defaults={"made_at": at}
        )
        if is_new:
            announce(fact(by=None, event=event.pk, reminder=reminder.pk))  # type: ignore[call-arg]  # both facts of an event carry these
    return int(is_new)
