"""Fields for words that people give in several languages."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from fiksummin.core.languages import LANGUAGES

IN = {
    "fi": gettext_lazy("in Finnish"),
    "sv": gettext_lazy("in Swedish"),
    "en": gettext_lazy("in English"),
}


def in_tongues(label: Any, most: int, *, required: bool = False, lines: int = 1) -> list[forms.CharField]:
    """Give a field for Finnish, Swedish and English, of at most so many characters; only Finnish is required."""
    return [
        forms.CharField(
            label=format_lazy("{} {}", label, IN[code]),
            max_length=most,
            required=required and code == "fi",
            widget=(
                forms.Textarea(attrs={"lang": code, "rows": lines})
                if lines > 1
                else forms.TextInput(attrs={"lang": code})
            ),
        )
        for code in LANGUAGES
    ]
