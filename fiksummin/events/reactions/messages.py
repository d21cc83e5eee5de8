"""What those who take part get when organisers have written to them."""

from fiksummin.core.facts import later
from fiksummin.events import letters, queries
from fiksummin.events.facts import MessageSent
from fiksummin.events.models import Message


@later(MessageSent)
def tell_message(fact: MessageSent) -> None:
    """The letter goes to exactly those whom its sender was shown."""
    message = Message.objects.select_related("made_by").filter(pk=fact.message).first()
    if message:
        letters.tell_message(message, queries.with_event(message.registrations.all()).order_by("pk"))
