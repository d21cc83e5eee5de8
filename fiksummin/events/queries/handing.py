"""What a colleague hands on, in words of the active language: a place, one that is held for an answer, or a turn."""

from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.events.choices import RegistrationState
from fiksummin.events.models import Link, Registration
from fiksummin.ui import when


class Handing(NamedTuple):
    """What it is called, what is said of it, and what is pressed to take it."""

    name: str
    said: str
    take: str


def handing_of(link: Link) -> Handing:
    """Say what is handed on by a link (bring its ``event`` along); one query."""
    event, words = link.event, {"name": str(link.made_by or "")}
    registration = Registration.objects.select_related("pool").get(links=link)
    registration.event = event
    match registration.state:
        case RegistrationState.QUEUED:
            return Handing(
                _("A colleague hands you her turn in the queue"),
                _("%(name)s cannot come and hands her turn in the queue to you. It is not a place yet.")
                % words,
                _("Take the turn"),
            )
        case RegistrationState.DRAWING:
            return Handing(
                _("A colleague hands you her part in the lottery"),
                _("%(name)s cannot come and hands her part in the lottery to you. It is not a place yet.")
                % words,
                _("Take part in the lottery"),
            )
        case RegistrationState.OFFERED if registration.offer_due_at:
            due = when.spell(registration.offer_due_at, zone=event.zone, language=get_language() or "fi")
            said = _(
                "%(name)s cannot come and hands to you a place that is held until %(due)s. Take it and accept it by then, or it goes to the next in line."
            )
            return Handing(
                _("A colleague hands you a place that waits for an answer"),
                said % {**words, "due": due},
                _("Take it over"),
            )
        case _other:
            return Handing(
                _("A colleague hands you a place"),
                _("%(name)s cannot come and hands the place to you.") % words,
                _("Take the place"),
            )
