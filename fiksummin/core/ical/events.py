"""An event of a calendar: when, how often, whose, which version of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid
from fiksummin.core.ical.lines import Document, Line
from fiksummin.core.ical.recurrence import Rule, by_clock, read_rule
from fiksummin.core.ical.values import LONGEST, Moment, length, moments

LONGEST_UID = 255
BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
_ESCAPES = {"n": " ", "N": " "}


@dataclass(frozen=True)
class Event:
    """One event. ``start`` and ``end`` are both days (the end not included), or both aware moments."""

    uid: str
    start: Moment
    end: Moment
    recurrence: Moment | None = None
    """Which date of a series it stands for (RECURRENCE-ID)."""
    rule: Rule | None = None
    extra: tuple[Moment, ...] = ()
    left_out: tuple[Moment, ...] = ()
    sequence: int = 0
    stamp: datetime = BEFORE_ALL
    summary: str = ""
    organizer: tuple[str, str] = ("", "")
    """Addresses in small letters: whose it is, and who sent it for her ("" when she did)."""
    attendees: tuple[tuple[str, bool], ...] = ()
    """Addresses in small letters, and whether each is a person."""
    cancelled: bool = False
    busy: bool = True

    @property
    def version(self) -> tuple[int, datetime]:
        """What tells a later version from an earlier one."""
        return self.sequence, self.stamp


def events_of(document: Document, home: ZoneInfo) -> tuple[list[Event], list[tuple[str, str]]]:
    """Read the events of a document; of those that cannot be, give the UID and the sentence."""
    found: list[Event] = []
    refused: list[tuple[str, str]] = []
    for lines in document.events:
        try:
            found.append(_event(lines, home, document.zones))
        except Invalid as why:
            uid = next((line.value for line in lines if line.name == "UID"), "")
            refused.append((uid[:LONGEST_UID], why.reason))
    return found, refused


def _event(lines: list[Line], home: ZoneInfo, zones: Mapping[str, str]) -> Event:
    first = {line.name: line for line in reversed(lines)}
    uid = first["UID"].value.strip() if "UID" in first else ""
    if not uid or len(uid) > LONGEST_UID:
        raise Invalid(_("The event has no identifier (UID), or a too long one."))
    if "DTSTART" not in first:
        raise Invalid(_("The event has no beginning."))
    start = _one(first["DTSTART"], home, zones)

    def listed(name: str) -> tuple[Moment, ...]:
        rows = [line for line in lines if line.name == name]
        return tuple(moment for line in rows for moment in moments(line, home, zones))

    return Event(
        uid=uid,
        start=start,
        end=_end(first, start, home, zones),
        recurrence=_recurrence(first.get("RECURRENCE-ID"), home, zones),
        rule=_rule(lines, start, home, zones),
        extra=listed("RDATE"),
        left_out=listed("EXDATE"),
        sequence=_sequence(first.get("SEQUENCE")),
        stamp=_stamp(first.get("DTSTAMP"), zones),
        summary=_text(first["SUMMARY"].value) if "SUMMARY" in first else "",
        organizer=_organizer(first.get("ORGANIZER")),
        attendees=tuple(_attendee(line) for line in lines if line.name == "ATTENDEE"),
        cancelled=_word(first.get("STATUS")) == "CANCELLED",
        busy=_word(first.get("TRANSP")) != "TRANSPARENT",
    )


def _one(line: Line, home: ZoneInfo, zones: Mapping[str, str]) -> Moment:
    found = moments(line, home, zones)
    if len(found) != 1:
        raise Invalid(_("An event in the calendar has several beginnings or ends."))
    return found[0]


def _end(first: Mapping[str, Line], start: Moment, home: ZoneInfo, zones: Mapping[str, str]) -> Moment:
    if "DTEND" in first:
        end = _one(first["DTEND"], home, zones)
    elif "DURATION" in first:
        end = start + length(first["DURATION"].value)
    else:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    if isinstance(end, datetime) != isinstance(start, datetime):
        raise Invalid(_("The event begins with a day and ends with an hour, or the other way round."))
    if end <= start:
        raise Invalid(_("The event does not end after it begins."))
    if end - start > LONGEST:
        raise Invalid(_("The event is too long."))
    return end


def _rule(lines: list[Line], start: Moment, home: ZoneInfo, zones: Mapping[str, str]) -> Rule | None:
    rules = [line for line in lines if line.name in {"RRULE", "EXRULE"}]
    if not rules:
        return None
    if len(rules) > 1 or rules[0].name == "EXRULE":
        raise Invalid(_("The event comes again by several rules."))

    def until(text: str) -> Moment:
        return by_clock(_one(Line("UNTIL", {}, text), home, zones), start)

    return read_rule(rules[0].value, until)


def _recurrence(line: Line | None, home: ZoneInfo, zones: Mapping[str, str]) -> Moment | None:
    if line is None:
        return None
    if "RANGE" in line.params:
        raise Invalid(
            _("A change of one date and all that follow cannot be read. Send the dates one by one.")
        )
    return _one(line, home, zones)


def _sequence(line: Line | None) -> int:
    text = line.value.strip() if line else "0"
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise Invalid(_("The version of the event (SEQUENCE) is not a number."))
    return int(text)


def _stamp(line: Line | None, zones: Mapping[str, str]) -> datetime:
    found = _one(line, ZoneInfo("UTC"), zones) if line else BEFORE_ALL
    return found.astimezone(UTC) if isinstance(found, datetime) else BEFORE_ALL


def _organizer(line: Line | None) -> tuple[str, str]:
    return (_address(line.value), _address(line.params.get("SENT-BY", ""))) if line else ("", "")


def _attendee(line: Line) -> tuple[str, bool]:
    return _address(line.value), line.params.get("CUTYPE", "INDIVIDUAL").upper() == "INDIVIDUAL"


def _address(text: str) -> str:
    """Give the address of ``mailto:…``; "" for what is none."""
    scheme, _colon, rest = text.strip().partition(":")
    return rest.strip().lower()[:254] if scheme.lower() == "mailto" else ""


def _word(line: Line | None) -> str:
    return line.value.strip().upper() if line else ""


def _text(value: str) -> str:
    """Give a text on one line, without its escapes."""
    text, escaped = [], False
    for letter in value[:2_000]:
        if not escaped and letter == "\\":
            escaped = True
            continue
        text.append(_ESCAPES.get(letter, letter) if escaped else letter)
        escaped = False
    return " ".join("".join(text).split())
