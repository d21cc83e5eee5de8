"""The lines of a calendar file: unfolded, sorted by component, and counted before anything is made of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES = 100_000
LONGEST_LINE = 16_000
"""Characters in a line that is read; longer ones of what is passed over do not matter."""
MOST_EVENTS = 12_000
MOST_LINES_OF_EVENT = 2_000
"""Lines of one event that are read; an invitation names everybody who is asked on a line of her own."""
DEEPEST = 6
KEPT = frozenset(
    "UID DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE DTSTAMP STATUS TRANSP SUMMARY"
    " ORGANIZER ATTENDEE".split()
)
_LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]{1,60})(?P<params>(?:;[A-Za-z0-9-]{1,60}=(?:"[^"]*"|[^":;])*)*):(?P<value>.*)',
    re.DOTALL,
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,60})=("[^"]*"|(?:"[^"]*"|[^":;])*)')
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Line:
    """A property: its name in capitals, its parameters without quotes, its value as written."""

    name: str
    params: dict[str, str]
    value: str


@dataclass
class Document:
    """What a file asks (METHOD in capitals, "" when it only tells), its events, and other names of its zones."""

    method: str = ""
    events: list[list[Line]] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    """By TZID: the place that its definition names (X-LIC-LOCATION)."""


def read(raw: bytes) -> Document:
    """Read a file. Raises Invalid with a sentence for what is no calendar, or a too heavy one."""
    document, reader = Document(), None
    lines = _unfolded(raw)
    for number, line in enumerate(lines):
        if number == 0 and line.strip().upper() != "BEGIN:VCALENDAR":
            raise Invalid(_("This is not a calendar (iCalendar)."))
        reader = reader or _Reader(document)
        reader.take(line)
    if reader is None or reader.inside:
        raise Invalid(_("The calendar breaks off in the middle."))
    return document


class _Reader:
    """Goes through the lines, knowing how deep in which component it is."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.inside: list[str] = []
        self.zone = ""

    def take(self, line: str) -> None:
        word, _colon, rest = line.partition(":")
        word = word.strip().upper()
        if word == "BEGIN":
            self._begin(rest.strip().upper())
        elif word == "END":
            if not self.inside or self.inside.pop() != rest.strip().upper():
                raise Invalid(_("The parts of the calendar do not close in the order in which they open."))
        else:
            self._property(line, word.partition(";")[0])

    def _begin(self, name: str) -> None:
        self.inside.append(name)
        if len(self.inside) > DEEPEST:
            raise Invalid(_("The parts of the calendar are nested too deep."))
        if self.inside == ["VCALENDAR", "VEVENT"]:
            self.document.events.append([])
            if len(self.document.events) > MOST_EVENTS:
                raise Invalid(
                    _("The calendar has too many events: at most %(most)d.") % {"most": MOST_EVENTS}
                )

    def _property(self, line: str, name: str) -> None:
        match self.inside:
            case ["VCALENDAR", "VEVENT"] if name in KEPT:
                kept = self.document.events[-1]
                if len(kept) >= MOST_LINES_OF_EVENT:
                    raise Invalid(_("An event in the calendar has too many lines."))
                kept.append(_parsed(line))
            case ["VCALENDAR"] if name == "METHOD":
                self.document.method = _parsed(line).value.strip().upper()
            case ["VCALENDAR", "VTIMEZONE"] if name == "TZID":
                self.zone = _parsed(line).value.strip()
            case ["VCALENDAR", "VTIMEZONE"] if name == "X-LIC-LOCATION" and len(self.document.zones) < 100:
                self.document.zones[self.zone] = _parsed(line).value.strip()
            case _:
                return


def _unfolded(raw: bytes) -> Iterator[str]:
    if len(raw) > MOST_BYTES:
        raise Invalid(_("The calendar is too large: at most 2 MB."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(_("The calendar is not written in UTF-8.")) from None
    if _CONTROLS.search(text):
        raise Invalid(_("The calendar has characters that do not belong to text."))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n ", "").replace("\n\t", "")
    if text.count("\n") > MOST_LINES:
        raise Invalid(_("The calendar has too many lines."))
    return (line for line in text.split("\n") if line.strip())


def _parsed(line: str) -> Line:
    found = _LINE.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if found is None:
        raise Invalid(_("A line of the calendar cannot be read."))
    params = {name.upper(): value.strip('"') for name, value in _PARAMETER.findall(found["params"])}
    return Line(found["name"].upper(), params, found["value"])
