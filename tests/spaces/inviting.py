"""Somebody's calendar program that invites a space, the mail that comes of it, and the answers."""

from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from typing import Any

from icalendar import Calendar

from fiksummin.core import worker
from fiksummin.core.time import now
from fiksummin.spaces.mailbox import Outcome, receive
from fiksummin.spaces.models import Booking, Site
from tests.factories import spaces
from tests.postbox import Postbox
from tests.spaces.feeds_elsewhere import event, ics

PROVEN = "mx.lab.example; dmarc=pass (p=reject) header.from={domain}"
ADDRESS = "peili@lab.example"


def hour(site: Site, clock: str, after: int = 1) -> datetime:
    return spaces.at(site, spaces.open_day(site, after), clock)


class Organiser:
    """Somebody's calendar program: sends invitations, each with a later stamp than the one before."""

    def __init__(self, address: str, uid: str = "kokous@virasto.example") -> None:
        self.address, self.uid, self.clock = address, uid, datetime(2026, 11, 1, 8, tzinfo=UTC)

    def asks(
        self, start: datetime, end: datetime, *more: str, method: str = "REQUEST", **other: Any
    ) -> bytes:
        self.clock += timedelta(minutes=1)
        lines = event(
            self.uid, start, end, f"ORGANIZER:mailto:{other.get('organizer', self.address)}",
            f"ATTENDEE;CUTYPE=ROOM:mailto:{ADDRESS}", "SUMMARY:Suunnittelu", *more,
        )  # fmt: skip
        lines[2] = f"DTSTAMP:{self.clock:%Y%m%dT%H%M%SZ}"
        return self.letter(ics(lines, *other.get("also", []), method=method), **other)

    def letter(self, calendar: bytes, *, results: str = PROVEN, sender: str = "", **_other: Any) -> bytes:
        message = EmailMessage()
        sender = sender or self.address
        if results:
            message["Authentication-Results"] = results.format(domain=sender.rpartition("@")[2])
        message["Delivered-To"], message["From"], message["To"] = (
            ADDRESS,
            f'"Sukunimi, E." <{sender}>',
            ADDRESS,
        )
        message["Subject"] = "Kutsu"
        message.set_content("Kutsu")
        message.add_attachment(calendar, maintype="text", subtype="calendar", params={"method": "REQUEST"})
        return message.as_bytes(policy=policy.SMTP)


def take(raw: bytes) -> Outcome:
    return receive(raw, at=now()).outcome


def standing() -> list[tuple[datetime, datetime]]:
    return list(Booking.objects.standing().order_by("starts_at").values_list("starts_at", "ends_at"))


def answers(postbox: Postbox, *, only: bool = False) -> list[tuple[str, str, str]]:
    """To whom, how the space answers, and the comment; of the letters since the last look (``only``: all of them)."""
    worker.drain()
    total = len(postbox.got)
    found = []
    for letter in postbox.got:
        part = next(iter(letter.iter_attachments()), None)
        if part is None:
            continue
        reply = Calendar.from_ical(part.get_content())
        if reply["METHOD"] != "REPLY":
            continue
        assert part["Content-Type"].params["method"] == "REPLY"
        [said] = reply.walk("VEVENT")
        assert said["ATTENDEE"] == f"mailto:{ADDRESS}"
        assert said["ORGANIZER"] == f"mailto:{letter['To']}"
        found.append((str(letter["To"]), said["ATTENDEE"].params["PARTSTAT"], str(said.get("COMMENT", ""))))
    postbox.got.clear()
    assert not only or total == len(found)
    return found
