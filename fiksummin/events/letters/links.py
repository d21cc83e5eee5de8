"""Letters with a secret link: to confirm an address, to come as a guest, to take over a place."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.events import calendar, queries
from fiksummin.events.choices import LinkKind
from fiksummin.events.letters.writing import Reader, about, moment, own_page, reader, send
from fiksummin.events.models import Event, Link, Registration
from fiksummin.people.models import Person


def tell_link(link: Link) -> None:
    """Send a link; who has registered meanwhile is told so instead where she asked for it, and only in her own mail."""
    to, is_handed = _whose(link), link.kind == LinkKind.HANDED
    standing = None if is_handed else queries.standing_at_address(link.event, link.email)
    if standing and link.kind == LinkKind.INVITED:
        return
    with translation.override(to.language):
        subject, parts = _known(standing) if standing else _new(link, to.language)
        send(
            to,
            key=f"link-{link.pk}",
            subject=subject % {"event": link.event.heading},
            parts=[*parts, _("If you do not know what this is about, you need not do anything.")],
        )


def each_besides(
    event: Event, others: Iterable[Person | Link], told: set[str]
) -> Iterator[tuple[str, Reader, str]]:
    """Give those who have not registered one after another, each once and while her own language is spoken.

    With each goes what her letter is known by, and her way to the event. ``told``: who has a letter already, by address.
    """
    for other in others:
        to, who = (reader(other), "person") if isinstance(other, Person) else (_whose(other), "link")
        if to is None or to.email.lower() in told:
            continue
        told.add(to.email.lower())
        with translation.override(to.language):
            yield f"{who}-{other.pk}", to, _page(event, other)


def _whose(link: Link) -> Reader:
    """Say how whoever has the address of a link is written to, with an account or without."""
    person = Person.objects.get_queryset().filter(email__iexact=link.email).first()
    return Reader(link.email, person.language if person else link.language, person.pk if person else None)


def _known(standing: Registration) -> tuple[str, list[str]]:
    return _("You have registered already: %(event)s"), [
        _("Somebody registered for the event with your address. You have registered already, and nothing was changed."),
        own_page(standing),
    ]  # fmt: skip


def _new(link: Link, language: str) -> tuple[str, list[str]]:
    due = moment(link.event, link.due_at, language)
    about_it = about(link.event, language)
    if link.kind == LinkKind.HANDED:
        handing = queries.handing_of(link)
        return f"{handing.name}: %(event)s", [
            handing.said, about_it,
            _("Take it over here, %(due)s at the latest:") % {"due": due} + f"\n{_address('handover', link)}",
        ]  # fmt: skip
    if link.kind == LinkKind.INVITED:
        return _("You are invited: %(event)s"), [
            _("You are invited to an event. You need no account."), about_it,
            _("Register here, %(due)s at the latest:") % {"due": due} + f"\n{_address('guest', link)}",
        ]  # fmt: skip
    return _("Confirm your registration: %(event)s"), [
        _("Somebody registered for an event with your address."), about_it,
        _("If it was you, confirm it here, %(due)s at the latest:") % {"due": due} + f"\n{_address('guest', link)}",
        _("The same link is your own page: there you see, change and cancel your registration."),
    ]  # fmt: skip


def _page(event: Event, other: Person | Link) -> str:
    """Give where somebody who has not registered sees an event: whoever was invited sees it by her link."""
    if isinstance(other, Link):
        return _address("guest", other)
    return calendar.address_of_event(event)


def _address(name: str, link: Link) -> str:
    return settings.BASE_URL + reverse(f"events:{name}", args=[queries.secret_of(link)])
