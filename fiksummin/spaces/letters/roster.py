"""What hosts get by mail about the roster: one letter for all that one act changed for her, with a calendar file."""

from collections.abc import Iterable
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core import calendars
from fiksummin.core.mail import post
from fiksummin.people.models import Person
from fiksummin.spaces import calendar
from fiksummin.spaces.models import Shift
from fiksummin.ui import when


def tell_shifts(event: str, shifts: Iterable[Shift], at: datetime) -> None:
    """Write to each host that her shifts (all of one site) were ``added``, ``changed`` or ``removed`` by one act.

    Written inside the transaction of the act: what is undone is not told.
    """
    hosts: dict[int, list[Shift]] = {}
    for shift in shifts:
        hosts.setdefault(shift.person_id, []).append(shift)
    for own in hosts.values():
        if own[0].person.email:
            _tell(event, sorted(own, key=lambda shift: shift.starts_at), at)


def _tell(event: str, shifts: list[Shift], at: datetime) -> None:
    reader, site, first = shifts[0].person, shifts[0].site, shifts[0]
    with translation.override(reader.language):
        context = {
            "event": event,
            "site": site,
            "lines": [
                when.capital(
                    when.spell(shift.starts_at, shift.ends_at, zone=site.zone, language=reader.language)
                )
                for shift in shifts
            ],
            "address": calendar.address_of_roster(site),
        }
        post(
            to=reader.email or "",
            person=reader.pk,
            key=f"shift-{first.pk}-{event}-{first.sequence}-{reader.pk}",
            subject=_subject(event) % {"site": site.name},
            text=render_to_string("spaces/mail/shifts.txt", context).strip(),
            attachments=[_calendar(event, shifts, reader, at)],
        )


def _subject(event: str) -> str:
    return {
        "added": _("You are on the roster: %(site)s"),
        "changed": _("Your shift was moved: %(site)s"),
        "removed": _("You are off the roster: %(site)s"),
    }[event]


def _calendar(
    event: str, shifts: list[Shift], reader: Person, at: datetime
) -> tuple[str, bytes, str, dict[str, str]]:
    entries = [calendar.shift_entry(shift, reader, at, gone=event == "removed") for shift in shifts]
    if len(entries) > 1:
        file, method = calendar.file_of_many(entries), "PUBLISH"
    else:
        file, method = calendars.file_with(entries[0]), entries[0].method
    return f"shift-{shifts[0].pk}.ics", file, "text/calendar", {"method": method, "charset": "utf-8"}
