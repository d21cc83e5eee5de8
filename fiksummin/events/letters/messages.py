"""What organisers write, in a frame of the reader's own language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from fiksummin.events.letters.writing import about, each_in_her_language, own_page, send
from fiksummin.events.models import Message, Registration


def tell_message(message: Message, rows: Iterable[Registration]) -> None:
    """Send a letter of the organisers; an answer goes to whoever wrote it."""
    sender = message.made_by
    answer = {"Reply-To": sender.email} if sender and sender.email else {}
    name = str(sender) if sender else ""
    for row, to in each_in_her_language(rows):
        send(
            to,
            key=f"event-message-{message.pk}-{row.pk}",
            subject=f"{message.subject} ({row.event.heading})",
            parts=[
                _("%(name)s, who holds the event, writes:") % {"name": name}
                if name
                else _("The organisers of the event write:"),
                message.text,
                "—",
                _("You get this letter because you are registered for this event:"),
                about(row.event, to.language),
                own_page(row),
                _("An answer to this letter goes to whoever wrote it.") if answer else "",
            ],
            headers=answer,
        )
