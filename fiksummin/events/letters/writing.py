"""How letters about events are written: to whom, what every one says, the calendar file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import Attachment, post
from fiksummin.events import calendar
from fiksummin.events.choices import Mode, RegistrationState
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.codes import code_address, code_of
from fiksummin.events.queries.words import place_words
from fiksummin.people.models import Person
from fiksummin.ui import qr, when


@dataclass(frozen=True)
class Reader:
    """Whom a letter is for, with an account or without."""

    email: str
    language: str
    person: int | None = None


def reader_of(registration: Registration) -> Reader | None:
    """Give whoever registered; None for a walk-in or somebody who is forgotten."""
    person = registration.person
    if person is not None:
        return reader(person)
    if not registration.guest_email:
        return None
    return Reader(registration.guest_email, registration.guest_language or "fi")


def reader(person: Person) -> Reader | None:
    """Give somebody with an account; None when she has no address."""
    return Reader(person.email, person.language, person.pk) if person.email else None


def each_in_her_language(rows: Iterable[Registration]) -> Iterator[tuple[Registration, Reader]]:
    """Give those who can be written to one after another, each while her own language is spoken."""
    for row in rows:
        to = reader_of(row)
        if to is not None:
            with translation.override(to.language):
                yield row, to


def about(event: Event, language: str) -> str:
    """Say what, when and where; the time with its year, as a letter may be read later."""
    time = when.capital(when.spell(event.starts_at, event.ends_at, zone=event.zone, language=language))
    address = event.site.address if event.site and event.booking_id else ""
    where = ", ".join(part for part in (place_words(event), address) if part)
    return "\n".join(line for line in (event.heading, time, where) if line)


def moment(event: Event, at: object, language: str) -> str:
    """Say a moment by the clock of the event, with its year."""
    return when.spell(at, zone=event.zone, language=language)  # type: ignore[arg-type]  # a moment that is there


def day_words(day: date, language: str) -> str:
    """Say a day with its year."""
    return when.day(day, language=language, today=date.min)


def send(
    to: Reader,
    *,
    key: str,
    subject: str,
    parts: Iterable[str],
    attachments: Iterable[Attachment] = (),
    headers: dict[str, str] | None = None,
) -> None:
    """Put a letter of paragraphs on its way; empty ones are left out."""
    text = "\n\n".join([*(part for part in parts if part), "Fiksummin"])
    post(
        to=to.email,
        person=to.person,
        key=key,
        subject=subject,
        text=text + "\n",
        attachments=list(attachments),
        headers=headers,
    )


def file_of(registration: Registration, language: str, *, gone: bool = False) -> Attachment:
    """Give the calendar file of a registration: it puts the event into a calendar, or takes it out."""
    entry = calendar.registration_entry(registration, language, gone=gone)
    parameters = {"method": entry.method, "charset": "utf-8"}
    return f"event-{registration.event_id}.ics", calendar.file_with(entry), "text/calendar", parameters


def online(registration: Registration) -> str:
    """Give the way to join online to who has a place; "" to everybody else."""
    link = registration.event.online_link
    if not link or not registration.confirmed_at or registration.ended_at:
        return ""
    return _("Join online:") + f"\n{link}"


def on_site(registration: Registration) -> bool:
    """Say whether somebody has a place on site, or waits for one."""
    return Mode.ON_SITE in {registration.mode, registration.holds}


def because(reason: str) -> str:
    """Say a reason, if there is one."""
    return _("Reason: %(reason)s") % {"reason": reason} if reason else ""


def until(registration: Registration, language: str) -> str:
    """Say until when an open offer is to be answered; "" when there is none."""
    if registration.state != RegistrationState.OFFERED:
        return ""
    due = moment(registration.event, registration.offer_due_at, language)
    return _("Answer %(due)s at the latest. Then the place goes to the next in line.") % {"due": due}


def own_page(registration: Registration) -> str:
    """Say where one sees to a registration."""
    return (
        _("See, change or cancel your registration:") + f"\n{calendar.address_of_registration(registration)}"
    )


def code_words(registration: Registration) -> str:
    """Say by which code somebody is received at the door."""
    code = code_of(registration)
    return _("Your code at the door: %(code)s. It is attached as a picture, too.") % {"code": code}


def code_picture(registration: Registration) -> Attachment:
    """Give the code that is shown at the door as a picture."""
    return "code.png", qr.png(code_address(registration)), "image/png", {}
