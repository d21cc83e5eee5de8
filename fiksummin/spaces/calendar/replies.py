"""Answers to invitations that came by mail (iTIP REPLY, RFC 5546): the space takes part, or does not."""

from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress, vText

from fiksummin.spaces.models import ImportedEvent


@dataclass(frozen=True)
class Reply:
    """What is answered: about which event and version, to whom, by which space, and how."""

    uid: str
    sequence: int
    organizer: str
    space: str
    mailbox: str
    answer: str
    """ACCEPTED, DECLINED or TENTATIVE."""
    comment: str = ""
    recurrence: str = ""


def reply_attachment(
    row: ImportedEvent, answer: str, comment: str = ""
) -> tuple[str, bytes, str, dict[str, str]]:
    """Answer an event that is kept, as a part of a letter."""
    content = reply_file(
        Reply(
            uid=row.uid, sequence=row.sequence, organizer=(row.person.email or "") if row.person else "",
            space=row.space.name, mailbox=row.space.mailbox or "", answer=answer, comment=comment,
            recurrence=row.recurrence,
        ),
        row.stamp or row.came_at,
    )  # fmt: skip
    return attached(content)


def attached(content: bytes) -> tuple[str, bytes, str, dict[str, str]]:
    """Give a reply as a part of a letter."""
    return "reply.ics", content, "text/calendar", {"method": "REPLY", "charset": "utf-8"}


def reply_file(reply: Reply, stamp: datetime) -> bytes:
    """Write the answer; it names the space and the organiser, nobody else."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Fiksummin//Fiksummin//FI")
    calendar.add("version", "2.0")
    calendar.add("method", "REPLY")
    event.add("uid", reply.uid)
    event.add("sequence", reply.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    if len(reply.recurrence) > 8:
        event.add("recurrence-id", datetime.strptime(reply.recurrence, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
    elif reply.recurrence:
        event.add("recurrence-id", datetime.strptime(reply.recurrence, "%Y%m%d").replace(tzinfo=UTC).date())
    event.add("organizer", vCalAddress(f"mailto:{reply.organizer}"))
    attendee = vCalAddress(f"mailto:{reply.mailbox}")
    attendee.params["CN"] = vText(reply.space)
    attendee.params["CUTYPE"] = vText("ROOM")
    attendee.params["PARTSTAT"] = vText(reply.answer)
    event.add("attendee", attendee)
    event.add("request-status", "3.0;Declined" if reply.answer == "DECLINED" else "2.0;Success")
    if reply.comment:
        event.add("comment", reply.comment)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
