"""What this room does when something has happened."""

from fiksummin.core.facts import later
from fiksummin.spaces import letters
from fiksummin.spaces.facts import MessageSent, VisitAnnounced, VisitCancelled, VisitChanged
from fiksummin.spaces.models import Message, Visit


@later(VisitAnnounced)
def confirm_visit(fact: VisitAnnounced) -> None:
    """The visitor gets a confirmation with a calendar file."""
    _tell(fact.visit, "announced")


@later(VisitChanged)
def confirm_change(fact: VisitChanged) -> None:
    """The visitor gets the new time; her calendar moves with it."""
    _tell(fact.visit, "changed")


@later(VisitCancelled)
def confirm_cancellation(fact: VisitCancelled) -> None:
    """The visitor gets a word, and her calendar is cleared."""
    _tell(fact.visit, "cancelled")


@later(MessageSent)
def pass_message_on(fact: MessageSent) -> None:
    """The host's word reaches the visitor by mail."""
    message = Message.objects.select_related("visit__site", "visit__person").filter(pk=fact.message).first()
    if message:
        letters.pass_on(message)


def _tell(visit_id: int, event: str) -> None:
    visit = Visit.objects.select_related("site", "person").filter(pk=visit_id).first()
    if visit:
        letters.tell(visit, event)
