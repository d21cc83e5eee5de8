"""What is asked by mail after an event, and what all hear when its takeaways are out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from fiksummin.events import calendar
from fiksummin.events.choices import After, Part
from fiksummin.events.letters.writing import (
    Reader,
    about,
    day_words,
    each_in_her_language,
    reader,
    reader_of,
    send,
)
from fiksummin.events.models import Event, Outcome, Registration, Takeaway
from fiksummin.people.models import Person

CAME = gettext_lazy(
    "What those who took part took away is gathered on one page, with what was decided and what comes next."
)
WAITED = gettext_lazy("You waited for a place and did not get one. What others took away is now on one page.")
FOLLOWED = gettext_lazy("You follow this event. What those who took part took away is now on one page.")


def tell_asked(event: Event, rows: Iterable[Registration]) -> None:
    """Ask those who took part what they took away and how it was; each once."""
    for row, to in each_in_her_language(rows):
        send(
            to,
            key=f"event-{event.pk}-asked-{row.pk}",
            subject=_("What did you take away? %(event)s") % {"event": event.heading},
            parts=[
                _("Thank you for being there. What did you take away that others could use, too?"),
                _(
                    "It takes a minute: a few words are enough. The same page asks three things about how it was."
                )
                + f"\n{own_part(row, 'takeaway')}",
                about(event, to.language),
                _("This is asked once. If you could not come, you need not do anything."),
            ],
        )


def tell_digest(
    event: Event,
    came: Iterable[Registration],
    waited: Iterable[Registration],
    follow: Iterable[Person],
) -> None:
    """Write to those who took part, who waited without a place and who follow that the takeaways are out; each once."""
    told: set[str] = set()
    for to, who, opening, address in _readers(event, came, waited, follow):
        if to.email.lower() in told:
            continue
        told.add(to.email.lower())
        with translation.override(to.language):
            send(
                to,
                key=f"event-{event.pk}-digest-{who}",
                subject=_("The takeaways are out: %(event)s") % {"event": event.heading},
                parts=[
                    str(opening),
                    _("Read them here:") + f"\n{address() or _address('takeaways', event.pk)}",
                    about(event, to.language),
                ],
            )


def tell_missing(event: Event, kind: After, mark: int, count: int) -> None:
    """Remind the organisers that the takeaways are not out; ``count``: how many have told something."""
    for to in _organisers(event):
        with translation.override(to.language):
            told = ngettext(
                "%(count)d of those who took part has told what she took away.",
                "%(count)d of those who took part have told what they took away.",
                count,
            ) % {"count": count}
            send(
                to,
                key=f"event-{event.pk}-missing-{kind}-{mark}-{to.person}",
                subject=_("The takeaways are not out yet: %(event)s") % {"event": event.heading},
                parts=[
                    _(
                        "The event is over, and its takeaways are not out yet. Those who got no place wait for them."
                    ),
                    told,
                    _("Gather them and publish the page here:")
                    + f"\n{_address('takeaway_gathering', event.pk)}",
                    _("You are reminded once more, thirty days after the event.")
                    if kind == After.TWO_DAYS
                    else _("You are not reminded of this again."),
                    about(event, to.language),
                ],
            )


def tell_takeaway_removed(takeaway: Takeaway) -> None:
    """Write to whoever told it why it was taken from the page, and that she can tell it otherwise."""
    row = takeaway.registration
    to = reader(takeaway.person) if takeaway.person else reader_of(row) if row else None
    if to is None or takeaway.removed_at is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"takeaway-{takeaway.pk}-removed-{takeaway.removed_at:%Y%m%d%H%M%S}",
            subject=_("Your takeaway was taken from the page: %(event)s") % {"event": takeaway.event.heading},
            parts=[
                _("An organiser took what you told from the page."),
                _("Reason: %(reason)s") % {"reason": takeaway.reason},
                _("You can tell it otherwise here:") + f"\n{own_part(row, 'takeaway')}" if row else "",
            ],
        )


def tell_step(outcome: Outcome) -> None:
    """Write to whoever was named to take a next step."""
    to = reader(outcome.owner) if outcome.owner else None
    if to is None or outcome.due_on is None:
        return
    with translation.override(to.language):
        send(
            to,
            key=f"outcome-{outcome.pk}-{to.person}",
            subject=_("A next step is yours: %(event)s") % {"event": outcome.event.heading},
            parts=[
                _("You were named to take a next step after the event:"),
                outcome.text,
                _("By when: %(day)s") % {"day": day_words(outcome.due_on, to.language)},
                _("The page of the takeaways, once it is out:")
                + f"\n{_address('takeaways', outcome.event_id)}",
            ],
        )


def own_part(registration: Registration, part: str) -> str:
    """Give the full address of a part of somebody's registration, by account or by her link."""
    if registration.person_id is not None:
        return _address(f"registration_{part}", registration.pk)
    return calendar.address_of_guest(registration, part) or calendar.address_of_event(registration.event)


def _readers(
    event: Event,
    came: Iterable[Registration],
    waited: Iterable[Registration],
    follow: Iterable[Person],
) -> Iterator[tuple[Reader, str, object, Callable[[], str]]]:
    """Give whom to tell: the reader, by what she is known, the words for her, where her page is."""
    for rows, opening in ((came, CAME), (waited, WAITED)):
        for row in rows:
            to = reader_of(row)
            if to is not None:
                who = str(to.person) if to.person else f"guest-{row.pk}"
                yield to, who, opening, partial(_page_for, row, event)
    for person in follow:
        to = reader(person)
        if to is not None:
            yield to, str(person.pk), FOLLOWED, str


def _page_for(row: Registration, event: Event) -> str:
    if row.person_id is not None or event.audience == "public":
        return ""
    return calendar.address_of_guest(row, "takeaways")


def _organisers(event: Event) -> list[Reader]:
    rows = [reader(row.person) for row in event.people.all() if row.part == Part.ORGANISER]
    return [to for to in rows if to is not None]


def _address(name: str, number: int) -> str:
    return settings.BASE_URL + reverse(f"events:{name}", args=[number])
