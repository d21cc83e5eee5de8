"""Guests without an account register by a link in a letter; a place is handed to a colleague by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.shown_once import digest
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions.order import locked, locked_registration
from fiksummin.events.actions.places import NOTHING, refuse_wish, register, transfer_registration
from fiksummin.events.choices import LinkKind
from fiksummin.events.facts import LinkMade
from fiksummin.events.models import Event, Invitee, Link, Registration
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person

CONFIRM_WITHIN = timedelta(hours=48)
"""How long a guest has to confirm her address."""
TAKE_WITHIN = timedelta(days=7)
"""How long a colleague has to take over a place."""
MOST_AN_HOUR = 3
"""Letters to one address about one event; what comes above gets none, and nobody is told."""


def ask_as_guest(*, event: Event, wish: PlaceWish, at: datetime | None = None) -> None:
    """Write down what a guest wants, and send her a link that confirms it.

    Whoever asks hears the same, be the address registered already or not.
    Raises Invalid (with its field), NotAllowed (not for guests), NotNow (not open).
    """
    at = at or now()
    email = wish.guest_email.strip().lower()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_open(event, at) or rules.why_not_guest(event, invited=False))
        if not email or not wish.guest_name.strip():
            raise Invalid(_("Give your name and your e-mail address."), "email")
        refuse_wish(event, wish)
        if queries.recent_links(event, email, at - timedelta(hours=1)) >= MOST_AN_HOUR:
            return
        _make(
            by=None, event=event, kind=LinkKind.ASKED, email=email, at=at, due=at + CONFIRM_WITHIN,
            name=wish.guest_name.strip(), language=wish.guest_language, mode=wish.mode, people=wish.people,
            companions=[name.strip() for name in wish.companions if name.strip()],
            answers={str(key): value for key, value in wish.answers.items()},
            asks_first=wish.asks_first, is_shown=wish.is_shown,
        )  # fmt: skip


def invite_guest(
    *, by: Person, event: Event, email: str, name: str, language: str = "fi", at: datetime | None = None
) -> Link:
    """Invite somebody to an event by mail, with an account or without; doing it again changes nothing while she can answer, or is registered.

    Raises NotAllowed, NotNow (also for one who registered uninvited), Invalid. Whether she has an account is not told.
    """
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_invite(event, by, at))
        if not email.strip() or not name.strip():
            raise Invalid(_("Give the name and the e-mail address."), "email")
        email = email.strip().lower()
        standing = queries.standing_invitation(event, email, at)
        if standing is not None:
            return standing
        refuse_if(rules.why_not_invite_registered(queries.standing_at_address(event, email)))
        account = queries.account_of(email)
        if account is not None:
            Invitee.objects.get_or_create(event=event, person=account)
        return _make(
            by=by, event=event, kind=LinkKind.INVITED, email=email, at=at,
            due=event.closes_at, name=name.strip(), language=language,
        )  # fmt: skip


def invite_guests(
    *, by: Person, event: Event, guests: Sequence[tuple[str, str]], language: str, at: datetime | None = None
) -> int:
    """Invite several, by name and address, but those who are registered; give how many were not invited before.

    Raises NotAllowed, NotNow, Invalid.
    """
    if len(guests) > rules.MOST_INVITED:
        raise Invalid(_("Invite at most %(most)d at a time.") % {"most": rules.MOST_INVITED}, "guests")
    at = at or now()
    with transaction.atomic():
        made = {
            invite_guest(by=by, event=event, email=email, name=name, language=language, at=at)
            for name, email in guests
            if queries.standing_at_address(event, email.strip().lower()) is None
        }
    return sum(link.made_at == at for link in made)


def withdraw_guest(*, by: Person, link: Link, at: datetime | None = None) -> Link:
    """Withdraw an invitation that nobody answered; doing it again changes nothing. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        event = locked(link.event)
        link = _fresh(link)
        link.event = event
        refuse_if(rules.why_not_withdraw_guest(link, by))
        if link.withdrawn_at is None:
            link.withdrawn_at = at or now()
            link.save(update_fields=["withdrawn_at"])
            Invitee.objects.filter(event=event, person__email=link.email).delete()
    return link


def confirm_guest(*, link: Link, wish: PlaceWish | None = None, at: datetime | None = None) -> Registration:
    """Register the guest whose link it is; doing it again changes nothing. An invited one brings her ``wish``.

    Raises NotNow (too old, registered already, closed), Invalid.
    """
    at = at or now()
    with transaction.atomic():
        event = locked(link.event)
        link = _fresh(link)
        if link.registration_id is not None and link.registration is not None:
            return link.registration
        refuse_if(rules.why_not_link(link, at))
        asked = wish if wish and link.kind == LinkKind.INVITED else queries.guest_wish(link)
        registration = register(
            by=None, event=event, wish=_as_herself(link, asked), secret=link.secret, at=at
        )
        link.registration, link.used_at = registration, at
        link.companions, link.answers = [], {}
        link.save(update_fields=["registration", "used_at", "companions", "answers"])
    return registration


def hand_over(*, by: Person, registration: Registration, email: str, at: datetime | None = None) -> Link:
    """Offer a place, or a turn, to a colleague by mail; it is kept until she takes it.

    Raises NotAllowed, NotNow, and Invalid for an address of another organisation.
    """
    at, email = at or now(), email.strip().lower()
    with transaction.atomic():
        registration = locked_registration(registration)
        refusal = rules.why_not_hand_over(registration, by, email, at)
        if refusal and refusal.field:
            raise Invalid(refusal.sentence, refusal.field)
        refuse_if(refusal.sentence if refusal else "")
        open_ones = registration.links.filter(kind=LinkKind.HANDED, used_at=None, due_at__gt=at)
        open_ones.update(due_at=at)
        return _make(
            by=by, event=registration.event, kind=LinkKind.HANDED, email=email, at=at,
            due=min(at + TAKE_WITHIN, registration.event.starts_at), registration=registration,
            language=get_language() or "fi",
        )  # fmt: skip


def take_over(
    *, by: Person, link: Link, answers: Mapping[int, str] = NOTHING, at: datetime | None = None
) -> Registration:
    """Take the place that a colleague hands on, with answers of her own to what the event asks.

    Doing it again changes nothing. Raises NotAllowed, NotNow, and Invalid (with its field) for
    a required question without an answer: the place stays with the colleague then.
    """
    at = at or now()
    with transaction.atomic():
        locked(link.event)
        link = _fresh(link)
        mine = link.registration
        if link.used_at and mine is not None and mine.person_id == by.pk:
            return mine
        refuse_if(rules.why_not_take_over(link, by, at))
        if mine is None or link.made_by is None:
            raise NotAllowed(_("The place is not your colleague’s any more."))
        registration = transfer_registration(
            by=link.made_by, registration=mine, to=by, answers=answers, at=at
        )
        link.used_at = at
        link.save(update_fields=["used_at"])
    return registration


def _as_herself(link: Link, wish: PlaceWish) -> PlaceWish:
    """Register whoever has an account at the address of a link by it; as a guest where the event is not meant for that account."""
    account = queries.account_of(link.email)
    if account is None or not Event.objects.meant_for(account).filter(pk=link.event_id).exists():
        return wish
    return replace(wish, person=account, guest_name="", guest_email="", guest_language="")


def _make(
    *,
    by: Person | None,
    event: Event,
    kind: LinkKind,
    email: str,
    at: datetime,
    due: datetime,
    **words: object,
) -> Link:
    nonce = queries.new_nonce()
    link = Link.objects.create(
        event=event, kind=kind, email=email, nonce=nonce, secret=digest(queries.secret_from(nonce)),
        made_at=at, made_by=by, due_at=due, **words,
    )  # fmt: skip
    announce(LinkMade(by=by.pk if by else None, link=link.pk))
    return link


def _fresh(link: Link) -> Link:
    return Link.objects.select_related("event", "registration__event", "made_by").get(pk=link.pk)
