"""Secrets that open doors: shown once, kept only as a hash."""

import hashlib
from secrets import token_urlsafe


def make(prefix: str = "") -> tuple[str, str]:
    """Give a new secret of 256 bits and the hash that is kept of it."""
    secret = prefix + token_urlsafe(32)
    return secret, digest(secret)


def digest(secret: str) -> str:
    """Give the hash of a secret: it is long and random, so it needs neither salt nor slowness."""
    return hashlib.sha256(secret.encode()).hexdigest()
