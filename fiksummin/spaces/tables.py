"""Rows as the host's desk shows them: worded once, so that fifty of them cost little."""

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from functools import cache
from html import escape
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from fiksummin.spaces import queries, rules
from fiksummin.spaces.choices import BookingState, VisitState
from fiksummin.spaces.models import Visit
from fiksummin.ui import when
from fiksummin.ui.rows import Rows
from fiksummin.ui.templatetags.ui import badge

BREAK: Final = re.compile(r"\r\n|\r|\n")


class Wording:
    """The words of one page in its language, each made once."""

    def __init__(self, zone: tzinfo, at: datetime) -> None:
        """Know the clock of the site and the present moment."""
        self.zone, self.at, self.language = zone, at, get_language() or "fi"
        self.visits, self.unannounced = reverse("spaces:visit_list"), _("Unannounced")
        self.rows = Rows("spaces/_desk_visit.html")
        self.people = cache(
            lambda count: ngettext("%(people)s person", "%(people)s people", count) % {"people": count}
        )
        self.state = cache(state_badge)

    def line(self, row: queries.DeskRow) -> SafeString:
        """Word a row, with the presses that make sense now."""
        visit, here = row.visit, row.state == VisitState.HERE
        people = self.people(visit.people)
        return self.rows.draw(
            pk=str(visit.pk),
            hours=self._hours(visit),
            name=row.name or self.unannounced,
            details=f"{row.organisation}, {people}" if row.organisation else people,
            note=SafeString(BREAK.sub("<br>", escape(visit.note))),
            state=self._here_since(visit) if here else self.state(row.state),
            arrival=self._address(visit, "arrival/") if self._may_arrive(visit) else "",
            departure=self._address(visit, "departure/") if here else "",
            undoing=self._address(visit, "arrival/undoing/") if here else "",
            message=self._address(visit, "messages/") if visit.person_id else "",
        )

    def _address(self, visit: Visit, press: str) -> SafeString:
        """Give an address under the visit's, made by hand: reversing 150 of them would cost more than the page."""
        return SafeString(f"{self.visits}{visit.pk}/{press}")

    def _may_arrive(self, visit: Visit) -> bool:
        """Ask for the sentence against an arrival only where none may be: most of a coming day are too early."""
        return self.at >= rules.arrival_from(visit) and not rules.why_not_arrive(visit, self.at)

    def _hours(self, visit: Visit) -> str:
        start, end = visit.starts_at.astimezone(self.zone), visit.ends_at.astimezone(self.zone)
        return when.hours(start.time(), end.time(), self.language)

    def _here_since(self, visit: Visit) -> SafeString:
        then = when.clock(visit.arrived_at or visit.starts_at, zone=self.zone, language=self.language)
        return badge(_("Here since %(then)s") % {"then": then}, "good")


def lines(rows: Iterable[queries.DeskRow], zone: tzinfo, at: datetime) -> SafeString:
    """Word the rows of a desk, one after another; "" when there are none."""
    wording = Wording(zone, at)
    return SafeString("".join(wording.line(row) for row in rows))


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
