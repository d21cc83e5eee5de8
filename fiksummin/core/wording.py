"""What is said of any text that somebody wrote."""

from django.utils.translation import gettext as _


def why_too_long(text: str, most: int) -> str:
    """Say that a text is longer than ``most`` characters."""
    if len(text) <= most:
        return ""
    return _("The text is too long: %(length)d characters, at most %(most)d.") % {
        "length": len(text),
        "most": most,
    }
