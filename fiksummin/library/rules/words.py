"""What is wrong with the words of a thing, and at which field."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_not_text
from fiksummin.library.choices import (
    FACETS,
    LABELS,
    OWED,
    TOLD,
    Accessibility,
    Audience,
    DataIn,
    Kind,
    Login,
    Mode,
    Price,
)
from fiksummin.library.models.version import (
    LONGEST_ADDRESS,
    LONGEST_TIP,
    LONGEST_TITLE,
    LONGEST_WORDS,
    MOST_MINUTES,
    MOST_PEOPLE,
)
from fiksummin.library.queries.wishes import ItemWish
from fiksummin.people.choices import Language

SENTENCES = 2
"""Of how many a tip is."""
CHOSEN = {"mode": Mode, "price": Price, "login": Login, "accessibility": Accessibility, "data_in": DataIn}
COUNTED = {"people_least": MOST_PEOPLE, "people_most": MOST_PEOPLE, "minutes": MOST_MINUTES}
_END = re.compile(r"[.!?…]+(?=\s|$)")


def why_not_item(kind: str, wish: ItemWish) -> tuple[str, str]:
    """Give the sentence about what is wrong with the words, and its field; ("", "") when nothing is."""
    if kind not in Kind.values:
        return _("Choose what it is."), "kind"
    if refusal := why_not_text(wish.title, LONGEST_TITLE):
        return refusal, "title"
    if wish.language not in Language.values:
        return _("Choose the language."), "language"
    if wish.audience not in Audience.values:
        return _("Choose who may read it."), "audience"
    if not set(wish.labels) <= {value for value, _label in LABELS}:
        return _("Choose from the list."), "labels"
    return _why_not_texts(kind, wish) or _why_not_facets(kind, wish)


def _why_not_texts(kind: str, wish: ItemWish) -> tuple[str, str] | None:
    for name in TOLD[kind]:
        words, most = wish.texts.get(name, ""), LONGEST_TIP if name == "text" else LONGEST_WORDS
        if refusal := why_not_text(words, most, owed=name in OWED[kind]):
            return refusal, name
    if kind == Kind.TIP and _sentences(wish.texts["text"]) > SENTENCES:
        return _("A tip is two sentences. Is this a model?"), "text"
    return None


def _why_not_facets(kind: str, wish: ItemWish) -> tuple[str, str]:
    for name in FACETS[kind]:
        value = getattr(wish, name)
        if name in COUNTED and value is not None and not 1 <= value <= COUNTED[name]:
            return _("Give a number from 1 to %(most)d.") % {"most": COUNTED[name]}, name
        if name in CHOSEN and value and value not in CHOSEN[name].values:
            return _("Choose from the list."), name
    if wish.people_least and wish.people_most and wish.people_most < wish.people_least:
        return _("The most must not be fewer than the least."), "people_most"
    return _why_not_address(wish.address), "address"


def _why_not_address(address: str) -> str:
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound or len(address) > LONGEST_ADDRESS or any(letter.isspace() for letter in address):
        return _("Give the whole address, beginning with https://.")
    return ""


def _sentences(text: str) -> int:
    """Count sentences by the marks that end them; what follows the last mark is one, too."""
    text = text.strip()
    ends = list(_END.finditer(text))
    return len(ends) + (1 if text and (not ends or ends[-1].end() < len(text)) else 0)
