"""Links for an address: signed for it, kept in no table, and opened by nobody but who signs in with that very address.

Whoever has such a link sent cannot tell an address that somebody here has from one that nobody has.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core import signing
from django.utils.crypto import constant_time_compare

from fiksummin.core.models import Letter

MOST_LETTERS = 100
"""Letters that a person sends to others in a day by naming them by their addresses, of each kind."""
KEPT = timedelta(days=7)
"""How long it is known who wrote to whom."""


def token(salt: str, words: str, address: str) -> str:
    """Give what stands in the link; it does not tell to whom it is. ``words`` say what it is about, without a secret."""
    return f"{words}.{_signature(salt, words, address)}"


def read(salt: str, given: str, address: str | None) -> str | None:
    """Give the words of a link; None for one that we did not sign for this very address."""
    words, _dot, signature = given.rpartition(".")
    if not address or not constant_time_compare(signature, _signature(salt, words, address)):
        return None
    return words


def letters_today(begin: str, at: datetime) -> int:
    """Count the letters of a day whose keys begin so."""
    return Letter.objects.filter(key__startswith=begin, written_at__gt=at - timedelta(days=1)).count()


def forget(begins: Iterable[str], at: datetime) -> None:
    """Forget who wrote to whom, some days after letters whose keys begin so."""
    for begin in begins:
        old = Letter.objects.filter(key__startswith=begin, written_at__lt=at - KEPT)
        old.exclude(sent_at=None, given_up_at=None).delete()


def _signature(salt: str, words: str, address: str) -> str:
    return signing.Signer(salt=salt).signature(f"{words}|{address.strip().lower()}")
