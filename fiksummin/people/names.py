"""Names as they are kept: on one line, and seen by others."""

import unicodedata

UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs"}
"""Categories of characters that steer or mean nothing by themselves."""
BLANK = set("\u115f\u1160\u3164\uffa0")
"""Letters by name that show nothing."""


def plain(name: str) -> str:
    """Put a name on one line without what nobody sees; gives "" when no letter is left."""
    seen = (sign for sign in " ".join(name.split()) if _is_seen(sign))
    said = " ".join("".join(seen).split())
    return said if any(sign.isalpha() for sign in said) else ""


def _is_seen(sign: str) -> bool:
    return sign not in BLANK and unicodedata.category(sign) not in UNSEEN
