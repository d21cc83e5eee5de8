"""How often a stranger may write to us from one network address."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 3600


def spend(what: str, request: HttpRequest, *, most: int) -> bool:
    """Take one of ``most`` tries an hour; False when they are used up. The address is kept only as a digest."""
    address = request.META.get("REMOTE_ADDR", "")
    digest = hashlib.sha256(f"{settings.SECRET_KEY}{what}{address}".encode()).hexdigest()
    key = f"limit-{digest}"
    cache.add(key, 0, HOUR)
    return int(cache.incr(key)) <= most
