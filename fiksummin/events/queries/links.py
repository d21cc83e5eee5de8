"""Secret links in letters: found by their secret, and derived anew for the letters of later days."""

import base64
from datetime import datetime
from secrets import token_urlsafe

from django.conf import settings
from django.utils.crypto import salted_hmac

from fiksummin.core.shown_once import digest
from fiksummin.events.choices import LinkKind
from fiksummin.events.models import Event, Link, Registration
from fiksummin.events.queries.pages import with_all, with_event
from fiksummin.events.queries.wishes import PlaceWish


def new_nonce() -> str:
    """Make what a secret is derived from."""
    return token_urlsafe(24)


def secret_from(nonce: str, key: str | bytes | None = None) -> str:
    """Derive a secret of 256 bits by a key of the service (the one in use, unless told); without it nobody can."""
    made = salted_hmac("fiksummin.events.link", nonce, secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def secret_of(link: Link) -> str:
    """Give the secret that went out with a link, by the key of that day; "" when that key is not kept any more."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        secret = secret_from(link.nonce, key)
        if digest(secret) == link.secret:
            return secret
    return ""


def link_by_secret(secret: str) -> Link | None:
    """Find a link that goes out by mail, with its event as its page shows it; None for a forged one."""
    link = Link.objects.filter(secret=digest(secret)).select_related("made_by").first()
    if link is not None:
        link.event = with_all(Event.objects.filter(pk=link.event_id)).get()
    return link


def guest_link_of(registration: Registration) -> Link | None:
    """Give the link by which a guest sees to her own registration."""
    return registration.links.exclude(kind=LinkKind.HANDED).first()


def registration_of(link: Link) -> Registration:
    """Give the registration to which a link leads, with its event."""
    return with_event(Registration.objects.filter(links=link)).get()


def is_invited(event: Event, email: str) -> bool:
    """Say whether somebody without an account was invited at her address."""
    sent = Link.objects.filter(event=event, kind=LinkKind.INVITED, email=email.strip().lower())
    return sent.filter(withdrawn_at=None).exists()


def recent_links(event: Event, email: str, since: datetime) -> int:
    """Count the links lately asked for at an address."""
    return Link.objects.filter(event=event, kind=LinkKind.ASKED, email=email, made_at__gt=since).count()


def guest_wish(link: Link) -> PlaceWish:
    """Give what a guest asked for before she confirmed her address."""
    return PlaceWish(
        mode=link.mode, people=link.people, guest_name=link.name, guest_email=link.email,
        guest_language=link.language, companions=tuple(link.companions),
        answers={int(key): value for key, value in link.answers.items()},
        asks_first=link.asks_first, is_shown=link.is_shown,
    )  # fmt: skip
