"""Mailboxes of spaces: a letter with an invitation becomes what it asks for, and is answered (RFC 5546, 6047).

Only proven senders are answered: a forged one must not make the service write to strangers.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from enum import IntEnum
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core import ical
from fiksummin.core.errors import Invalid
from fiksummin.core.incoming import Incoming, read_letter
from fiksummin.core.time import HELSINKI
from fiksummin.people.models import Person
from fiksummin.people.queries import person_by_email
from fiksummin.people.rules import why_not_enter
from fiksummin.spaces import actions, calendar, letters, queries, rules
from fiksummin.spaces.actions import Declined, Invited
from fiksummin.spaces.models import Space

logger = logging.getLogger(__name__)
MOST_AT_ONCE = 20
"""Letters taken from the folder in one go."""


class Outcome(IntEnum):
    """What became of a letter, as a mail server reads exit codes (sysexits)."""

    TAKEN = 0
    NOT_UNDERSTOOD = 65
    NO_SUCH_MAILBOX = 67
    LATER = 75
    NOT_PROVEN = 77


@dataclass(frozen=True)
class Taken:
    """What became of a letter, and the sentence for the log and the sender's server, without names."""

    outcome: Outcome
    sentence: str = ""


def receive(raw: bytes, *, to: str = "", at: datetime) -> Taken:
    """Take a letter for the mailbox of a space; ``to`` is the envelope's recipient, if it is known.

    Taking it again changes nothing, and answers nothing twice.
    """
    try:
        letter = read_letter(raw)
    except Invalid as why:
        return Taken(Outcome.NOT_PROVEN, why.reason)
    space = _space((to.lower(),) if to else letter.recipients)
    if space is None:
        return Taken(Outcome.NO_SUCH_MAILBOX, "No space has this mailbox.")
    if letter.automatic or letter.sender == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower():
        return Taken(Outcome.TAKEN, "An automatic answer: nothing to do.")
    if not letter.proven:
        return Taken(Outcome.NOT_PROVEN, "It is not proven that the sender is who the letter says.")
    try:
        return _take(letter, space, at)
    except Invalid as why:
        return Taken(Outcome.NOT_UNDERSTOOD, why.reason)


def drain_maildir(at: datetime) -> None:
    """Take what lies in the folder of new mail; what cannot be taken now stays, what fails is put aside, flagged."""
    folder = Path(settings.MAILDIR)
    if not settings.MAILDIR or not (folder / "new").is_dir():
        return
    (folder / "cur").mkdir(exist_ok=True)
    for path in sorted((folder / "new").iterdir())[:MOST_AT_ONCE]:
        flag = "S"
        try:
            found = receive(path.read_bytes(), at=at)
        except OperationalError:
            return
        except Exception:
            logger.exception("A letter could not be taken; it is put aside")
            flag = "F"
        else:
            logger.info("A letter to a mailbox: %s %s", found.outcome.name, found.sentence)
            flag = "S" if found.outcome == Outcome.TAKEN else "FS"
        path.replace(folder / "cur" / f"{path.name}:2,{flag}")


def _space(addresses: Sequence[str]) -> Space | None:
    rows = Space.objects.filter(mailbox__in=addresses, retired_at=None).select_related("site", "policy")
    found = {row.mailbox: row for row in rows}
    return next((found[address] for address in addresses if address in found), None)


def _take(letter: Incoming, space: Space, at: datetime) -> Taken:
    if letter.calendar is None:
        return Taken(Outcome.NOT_UNDERSTOOD, "This mailbox reads invitations of calendars only.")
    document = ical.read(letter.calendar)
    if document.method not in {"REQUEST", "CANCEL"}:
        return Taken(Outcome.TAKEN, "Neither an invitation nor a cancellation: nothing to do.")
    events, unread = ical.events_of(document, space.site.zone)
    if unread or not events or len({event.uid for event in events}) != 1:
        raise Invalid(unread[0][1] if unread else _("An invitation is about one event."))
    if queries.is_own_uid(events[0].uid):
        return Taken(Outcome.TAKEN, "It came from here: nothing to do.")
    by, person = _people(letter, events[0], space, at)
    with translation.override(by.language if by else settings.LANGUAGE_CODE), transaction.atomic():
        if by is None or person is None:
            _decline_stranger(letter, events[0], space)
        elif document.method == "CANCEL":
            actions.answer_cancellation(invited=Invited(by, person, space, at), events=events)
        else:
            for declined in actions.answer_request(invited=Invited(by, person, space, at), events=events):
                _decline(declined, space, person)
    return Taken(Outcome.TAKEN)


def _people(
    letter: Incoming, event: ical.Event, space: Space, at: datetime
) -> tuple[Person | None, Person | None]:
    """Find who sent it and whose event it is: the sender's own, or one that she sends for somebody (SENT-BY).

    Somebody for whom she may not book and somebody unknown are the same nobody:
    an invitation is no way to find out who uses the service.
    """
    organizer, sent_by = event.organizer
    if letter.sender not in {organizer, sent_by}:
        return None, None
    by, person = _known(letter.sender, at), _known(organizer, at)
    if by and person and rules.why_not_for(by, person, space.site):
        person = None
    return by, person


def _known(address: str, at: datetime) -> Person | None:
    found = person_by_email(address)
    day = at.astimezone(HELSINKI).date()
    person = Person.objects.with_standing(day).filter(pk=found.pk).first() if found else None
    return None if person is None or why_not_enter(person, day) else person


def _decline_stranger(letter: Incoming, event: ical.Event, space: Space) -> None:
    reply = calendar.Reply(
        uid=event.uid, sequence=event.sequence, organizer=letter.sender, space=space.name,
        mailbox=space.mailbox or "", answer="DECLINED",
        comment=_("Spaces are booked by those who use the service, from the address by which it knows them."),
    )  # fmt: skip
    letters.decline_invitation(space=space, reply=reply, stamp=event.stamp, person=None)


def _decline(declined: Declined, space: Space, person: Person) -> None:
    row, refusal = declined.row, declined.refusal
    reply = calendar.Reply(
        uid=row.uid, sequence=row.sequence, organizer=person.email or "", space=space.name,
        mailbox=space.mailbox or "", answer="DECLINED", comment=refusal.reason, recurrence=row.recurrence,
    )  # fmt: skip
    letters.decline_invitation(
        space=space,
        reply=reply,
        stamp=declined.event.stamp,
        person=person,
        others=refusal.alternatives,
        stands=bool(row.series or (row.booking and not row.booking.cancelled_at)),
    )
