"""What is said of any text that somebody wrote."""

from django.utils.translation import gettext as _


def why_not_text(words: str, most: int, *, owed: bool = True) -> str:
    """Say what is wrong with a text: too long, or missing although it is owed."""
    if owed and not words.strip():
        return _("Write something here: a few words are enough.")
    return why_too_long(words, most)


def why_too_long(text: str, most: int) -> str:
    """Say that a text is longer than ``most`` characters."""
    if len(text) <= most:
        return ""
    return _("The text is too long: %(length)d characters, at most %(most)d.") % {
        "length": len(text),
        "most": most,
    }
