"""The code on a door or a desk: a space and the version of its code, signed so that nobody can make one."""

from django.core import signing

from fiksummin.spaces.models import Space

_SALT = "fiksummin.spaces.code"


def code_of(space: Space) -> str:
    """Give the token that stands in the address of a space's code."""
    return _signer().sign(f"{space.pk}.{space.code_version}")


def read_code(token: str) -> tuple[int, int] | None:
    """Read a space (by id) and a version; None for what we did not sign."""
    try:
        space, _dot, version = _signer().unsign(token).partition(".")
    except signing.BadSignature:
        return None
    return int(space), int(version)


def _signer() -> signing.Signer:
    return signing.Signer(salt=_SALT, sep="~")
