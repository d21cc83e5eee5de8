"""The code of a place at an event: short enough to type, signed, so that nobody makes one up.

It is ``12-K7QF2M9XAB``: the number of the registration, and fifty bits of a
signature over the event, the registration and whoever has it. A place that was
handed to a colleague has another code from then on.
"""

import base64
import re
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from fiksummin.events.models import Registration

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O, U."""
_SAME = str.maketrans({"I": "1", "L": "1", "O": "0"})
_FROM_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", LETTERS)
LENGTH = 10
_CODE = re.compile(rf"(\d{{1,12}})-?([{LETTERS}]{{{LENGTH}}})")


@dataclass(frozen=True)
class Code:
    """What a code says: the number of a registration, and a signature that may be wrong."""

    number: int
    signature: str


def code_of(registration: Registration) -> str:
    """Give the code by which a registration is received at the door."""
    whose = registration.person_id or registration.guest_email
    said = f"{registration.event_id}:{registration.pk}:{whose}"
    made = salted_hmac("fiksummin.events.code", said, algorithm="sha256").digest()
    signature = base64.b32encode(made).decode().translate(_FROM_BASE32)[:LENGTH]
    return f"{registration.pk}-{signature}"


def read_code(text: str) -> Code | None:
    """Read what was typed or scanned, be it the code or its whole address; None when it is none of this service."""
    ours = text.strip()
    if "/" in ours:
        base, _, ours = ours.rstrip("/").rpartition("/")
        if base != f"{settings.BASE_URL}/places":
            return None
    found = _CODE.fullmatch(re.sub(r"\s", "", ours).upper().translate(_SAME))
    return Code(int(found[1]), found[2]) if found else None


def is_signed(code: Code, registration: Registration) -> bool:
    """Say whether a code is the one of a registration, as it is now."""
    return constant_time_compare(f"{code.number}-{code.signature}", code_of(registration))


def code_address(registration: Registration) -> str:
    """Give the address in the picture of a code: without a language, so that each reader gets her own."""
    address = reverse("events:place_code", args=[code_of(registration)])
    return f"{settings.BASE_URL}/{address.lstrip('/').partition('/')[2]}"
