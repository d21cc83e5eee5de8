"""What whoever registered gets by mail about her place."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.events import calendar, queries, rules
from fiksummin.events.choices import Mode, RegistrationEnd, RegistrationState
from fiksummin.events.letters.writing import (
    Reader,
    about,
    code_picture,
    code_words,
    file_of,
    moment,
    online,
    own_page,
    reader,
    reader_of,
    send,
    until,
)
from fiksummin.events.models import Registration
from fiksummin.events.queries.words import queue_words
from fiksummin.people.models import Person


def tell_registration(registration: Registration, news: str, mark: int) -> None:
    """Write that a place is ``confirmed``, ``queued`` for, ``offered``, ``lapsed``, ``changed`` or ``ended``, or a group ``outgrown``.

    ``mark`` tells one change from the next. What is no longer so is not told.
    """
    to = reader_of(registration)
    if to is None or not _still(registration, news):
        return
    with translation.override(to.language):
        subject, opening = _said(registration, news, to.language)
        gone = news == "ended"
        place = registration.confirmed_at is not None
        at_the_door = news in {"confirmed", "changed"} and place and registration.holds == Mode.ON_SITE
        send(
            to,
            key=f"registration-{registration.pk}-{news}-{mark}",
            subject=subject % {"event": registration.event.heading},
            parts=[
                *opening,
                about(registration.event, to.language),
                "" if gone else _people(registration),
                "" if gone else online(registration),
                code_words(registration) if at_the_door else "",
                _again(registration) if gone else own_page(registration),
                _file_words(gone=gone) if place else "",
            ],
            attachments=[
                *([file_of(registration, to.language, gone=gone)] if place else []),
                *([code_picture(registration)] if at_the_door else []),
            ],
        )


def tell_taken(registration: Registration, mark: int) -> None:
    """Write to whoever took something over what it is: a place, one that is held until she answers, or a turn."""
    news = {RegistrationState.CONFIRMED: "confirmed", RegistrationState.OFFERED: "offered"}
    if registration.state != RegistrationState.ENDED:
        tell_registration(registration, news.get(registration.state, "queued"), mark)


def tell_handed(registration: Registration, was: Person, mark: int) -> None:
    """Write to somebody that a colleague took over her place; her calendar is cleared."""
    to = reader(was)
    if to is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"registration-{registration.pk}-handed-{mark}-{was.pk}",
            subject=_("Your colleague took over your place: %(event)s")
            % {"event": registration.event.heading},
            parts=[_("Your colleague took over your place."), about(registration.event, to.language)],
            attachments=[_cleared(registration, was, to)] if registration.confirmed_at else [],
        )


def _cleared(registration: Registration, was: Person, to: Reader) -> tuple[str, bytes, str, dict[str, str]]:
    """Give the file that clears the calendar of whoever had the place before; it names nobody else."""
    kept, registration.person = registration.person, was
    try:
        return file_of(registration, to.language, gone=True)
    finally:
        registration.person = kept


def _still(registration: Registration, news: str) -> bool:
    """Say whether the news is so still; a cancelled event has letters of its own."""
    if registration.event.cancelled_at:
        return False
    state = registration.state
    waits = state in {RegistrationState.QUEUED, RegistrationState.DRAWING} or registration.wants_to_switch
    if news == "outgrown":
        return waits and bool(_why_never(registration))
    return {
        "confirmed": state == RegistrationState.CONFIRMED,
        "queued": waits,
        "lapsed": state == RegistrationState.QUEUED,
        "offered": state == RegistrationState.OFFERED,
        "changed": state != RegistrationState.ENDED,
        "ended": state == RegistrationState.ENDED and registration.end != RegistrationEnd.DECLINED,
    }[news]


def _said(registration: Registration, news: str, language: str) -> tuple[str, list[str]]:
    if news == "ended":
        return _said_of_end(registration)
    if news == "offered":
        return _("A place is held for you: %(event)s"), [
            _("A place became free, and it is held for you."),
            until(registration, language),
        ]
    if news == "lapsed":
        place = queries.position(registration)
        return _("The time to answer ended: %(event)s"), [
            _("You did not answer in time, and the place goes to the next in line."),
            _("You stay in the other queue, at place %(place)d.") % {"place": place},
        ]
    if news in {"queued", "outgrown"}:
        return _said_of_queue(registration, language) if news == "queued" else _said_of_group(registration)
    if news == "confirmed":
        return _("You have a place: %(event)s"), [_("You have a place."), _lot(registration)]
    return _("Your registration was changed: %(event)s"), [
        _("Your registration was changed."),
        until(registration, language),
    ]


def _said_of_queue(registration: Registration, language: str) -> tuple[str, list[str]]:
    if registration.state == RegistrationState.DRAWING:
        return _("You take part in the lottery: %(event)s"), [
            _("You take part in the lottery. The places are given by lot when registration closes."),
            _("You get the result by mail."),
        ]
    kept = _kept(registration, language) if registration.holds else ""
    rule = _("A place that becomes free goes to the first in line whom it fits.")
    hours = 0 if registration.holds else registration.offer_hours
    if hours:
        rule += " " + ngettext(
            "It is held for you for %(hours)d hour, and you are asked whether you take it.",
            "It is held for you for %(hours)d hours, and you are asked whether you take it.",
            hours,
        ) % {"hours": hours}
    return _("You are in the queue: %(event)s"), [queue_words(registration), kept, rule]


def _said_of_group(registration: Registration) -> tuple[str, list[str]]:
    return _("There are not enough places for your group: %(event)s"), [
        _why_never(registration),
        _("Your group keeps its turn in the queue, but as the event is now it gets no places."),
    ]


def _kept(registration: Registration, language: str) -> str:
    """Say what becomes of the place in the other mode that she has, or is offered."""
    if registration.confirmed_at:
        return _("You keep the place that you have until the other one is there.")
    due = moment(registration.event, registration.offer_due_at, language)
    return _("A place is held for you until %(due)s, too. Whatever you answer, you stay in this queue.") % {
        "due": due
    }


def _said_of_end(registration: Registration) -> tuple[str, list[str]]:
    reason = _("Reason: %(reason)s") % {"reason": registration.reason} if registration.reason else ""
    if registration.end == RegistrationEnd.LAPSED:
        return _("The time to answer ended: %(event)s"), [
            _("You did not answer in time, and the place goes to the next in line.")
        ]
    event = registration.event
    if registration.end == RegistrationEnd.REMOVED and event.outside_link and not event.modes:
        return _("One registers elsewhere now: %(event)s"), [
            _("Somebody else holds the event now, and one registers there:") + f"\n{event.outside_link}",
            reason,
        ]
    if registration.end == RegistrationEnd.REMOVED:
        return _("Your registration was removed: %(event)s"), [
            _("The organisers removed your registration."), reason
        ]  # fmt: skip
    return _("Your registration is cancelled: %(event)s"), [_("Your registration is cancelled.")]


def _why_never(registration: Registration) -> str:
    quotas = queries.quotas_for(registration.event, registration.person, registration.organisation)
    return rules.why_never_served(registration, quotas)


def _lot(registration: Registration) -> str:
    """Explain the lottery to who has a place by it."""
    if registration.rank is None or registration.event.drawn_at is None:
        return ""
    return _(
        "The places were given by lot, and your lot was number %(rank)d. The page of the event tells how anybody can count the lots again."
    ) % {"rank": registration.rank}


def _people(registration: Registration) -> str:
    count = registration.people
    if count < 2:
        return ""
    return ngettext("For %(count)d person", "For %(count)d people", count) % {"count": count}


def _again(registration: Registration) -> str:
    return _("The page of the event:") + f"\n{calendar.address_of_event(registration.event)}"


def _file_words(*, gone: bool) -> str:
    if gone:
        return _("The attached file takes the event out of your calendar.")
    return _("The attached file puts the event in your calendar.")
