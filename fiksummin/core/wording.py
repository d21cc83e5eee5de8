"""What is said of any text that somebody wrote."""

import unicodedata

from django.utils.translation import gettext as _

BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing, though Unicode counts them among those that do."""


def is_blank(words: str) -> bool:
    """Say whether there is nothing in a text that anybody sees: spaces, and what only tells others how to stand."""
    return all(letter in BLANK or unicodedata.category(letter)[0] in "CZ" for letter in words)


def bare(words: str) -> str:
    """Give the letters and figures of a text alone, by which a copy is known whatever stands between them."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


FEWEST_DIFFERENT = 8
"""Different letters that what is owed has at least: less is a key held down."""


def says_little(words: str, least: int, *, different: int = FEWEST_DIFFERENT) -> bool:
    """Say whether words say too little: in fewer characters than ``least``, or in the same few over and over."""
    said = " ".join(words.split())
    return len(said) < least or len(set(said.casefold())) < different


SHORTEST_REASON = 10
"""Characters in which one says why, where somebody else has to live with it."""


def why_no_reason(words: str, most: int) -> tuple[str, str]:
    """Give the sentence about a reason that others read, and its field: it says too little, or takes over ``most`` characters."""
    if says_little(words, SHORTEST_REASON, different=SHORTEST_REASON // 2):
        return _("Say why, in %(least)d characters at least.") % {"least": SHORTEST_REASON}, "reason"
    return why_too_long(words.strip(), most), "reason"


def why_not_text(words: str, most: int, *, owed: bool = True) -> str:
    """Say what is wrong with a text: too long, or missing although it is owed."""
    if owed and is_blank(words):
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
