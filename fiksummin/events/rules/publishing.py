"""What an event lacks before it is shown, and why it cannot be hidden again."""

from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.choices import Mode
from fiksummin.events.models import Event
from fiksummin.events.rules.events import why_not_change_event
from fiksummin.people.models import Person


def why_not_withdraw(event: Event, person: Person, at: datetime, has_registrations: bool) -> str:  # noqa: FBT001 -- what a rule knows
    """Say why an event cannot be made a draft again now."""
    refusal = why_not_change_event(event, person, at)
    if refusal:
        return refusal
    if not event.published_at:
        return AsItStands(_("The event is a draft already."))
    if has_registrations:
        return AsItStands(_("Somebody has registered already. Cancel the event instead: they are told why."))
    return AsItStands(_("The event has begun already.")) if at >= event.starts_at else ""


def what_lacks(event: Event) -> list[str]:
    """Say what readers of an event will miss, a sentence for each; nothing of it forbids to publish (prefetched rows are used)."""
    virtual, booking = event.pool(Mode.VIRTUAL), event.booking
    found = {
        _("There is no description yet."): not (event.summary or event.text),
        _("There is no link to join online yet."): bool(virtual) and not event.online_link,
        _("Nothing is said of accessibility yet."): not event.access,
        _("The space waits for the host’s approval."): booking is not None and booking.is_waiting,
        _("The event has lost its space, and has no other yet."): bool(event.lost_space_at)
        and booking is None,
    }
    return [sentence for sentence, is_so in found.items() if is_so]
