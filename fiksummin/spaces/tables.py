"""Rows as the host's desk shows them: worded once, so that fifty of them cost little."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from fiksummin.spaces import queries, rules
from fiksummin.spaces.choices import BookingState, VisitState
from fiksummin.spaces.models import Visit
from fiksummin.ui import when
from fiksummin.ui.templatetags.ui import badge


@dataclass(frozen=True, slots=True)
class Line:
    """A visit in words, escaped once, with the addresses of the presses that make sense now ("" for others)."""

    pk: SafeString
    hours: SafeString
    name: SafeString
    details: SafeString
    note: str
    state: SafeString
    arrival: SafeString
    departure: SafeString
    undoing: SafeString
    message: SafeString


NONE = SafeString("")


class Wording:
    """The words of one page in its language, each made once."""

    def __init__(self, zone: tzinfo, at: datetime) -> None:
        """Know the clock of the site and the present moment."""
        self.zone, self.at, self.language = zone, at, get_language() or "fi"
        self.visits, self.unannounced = reverse("spaces:visit_list"), _("Unannounced")
        self.people = cache(
            lambda count: ngettext("%(people)s person", "%(people)s people", count) % {"people": count}
        )
        self.state = cache(state_badge)

    def line(self, row: queries.DeskRow) -> Line:
        """Word a row."""
        visit, here = row.visit, row.state == VisitState.HERE
        people = self.people(visit.people)
        return Line(
            pk=SafeString(visit.pk),
            hours=SafeString(self._hours(visit)),
            name=escape(row.name or self.unannounced),
            details=escape(f"{row.organisation}, {people}" if row.organisation else people),
            note=visit.note,
            state=self._here_since(visit) if here else self.state(row.state),
            arrival=NONE if rules.why_not_arrive(visit, self.at) else self._address(visit, "arrival/"),
            departure=self._address(visit, "departure/") if here else NONE,
            undoing=self._address(visit, "arrival/undoing/") if here else NONE,
            message=self._address(visit, "messages/") if visit.person_id else NONE,
        )

    def _address(self, visit: Visit, press: str) -> SafeString:
        """Give an address under the visit's, made by hand: reversing 150 of them would cost more than the page."""
        return SafeString(f"{self.visits}{visit.pk}/{press}")

    def _hours(self, visit: Visit) -> str:
        start, end = visit.starts_at.astimezone(self.zone), visit.ends_at.astimezone(self.zone)
        return when.hours(start.time(), end.time(), self.language)

    def _here_since(self, visit: Visit) -> SafeString:
        then = when.clock(visit.arrived_at or visit.starts_at, zone=self.zone, language=self.language)
        return badge(_("Here since %(then)s") % {"then": then}, "good")


def lines(rows: Iterable[queries.DeskRow], zone: tzinfo, at: datetime) -> list[Line]:
    """Word the rows of a desk."""
    wording = Wording(zone, at)
    return [wording.line(row) for row in rows]


def state_badge(state: VisitState) -> SafeString:
    """Say where a visit stands: a word with an icon."""
    match state:
        case VisitState.EXPECTED:
            return badge(_("Expected"), "wait")
        case VisitState.HERE:
            return badge(_("Here now"), "good")
        case VisitState.LEFT:
            return badge(_("Left"), "off", icon="log-out")
        case VisitState.CANCELLED:
            return badge(pgettext("visit", "Cancelled"), "stop", icon="x")
        case VisitState.MISSED:
            return badge(_("Did not come"), "off")


def booking_badge(state: BookingState) -> SafeString:
    """Say where a booking stands: a word with an icon."""
    word, tone, icon = {
        BookingState.ASKED: (_("Waits for an answer"), "wait", ""),
        BookingState.BOOKED: (_("Booked"), "good", ""),
        BookingState.HERE: (_("In use"), "good", "door-open"),
        BookingState.OVER: (pgettext("booking", "Over"), "off", ""),
        BookingState.MISSED: (_("Nobody came"), "off", ""),
        BookingState.DECLINED: (pgettext("booking", "Declined"), "stop", "ban"),
        BookingState.CANCELLED: (pgettext("booking", "Cancelled"), "stop", "x"),
    }[state]
    return badge(word, tone, icon=icon)
