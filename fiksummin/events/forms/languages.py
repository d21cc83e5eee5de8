"""The words of an event in further languages: a title, a sentence, a text in each."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.events.forms.fields import area, line
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.choices import Language

WORDS = {"title": "titles", "summary": "summaries", "text": "texts"}
"""What is said, and what a wish calls it in further languages."""
LABELS = {
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("In one sentence"),
    "text": gettext_lazy("What it is about"),
}


def further_fields() -> dict[str, forms.CharField]:
    """Make the fields: ``title_sv`` and its like."""
    found = {}
    for language in Language.values:
        for name, label in LABELS.items():
            found[f"{name}_{language}"] = (
                area(label, rows=4, lang=language) if name == "text" else line(label, lang=language)
            )
    return found


def further_words(given: Mapping[str, Any]) -> dict[str, Any]:
    """Read what a wish takes out of what a form was given."""
    return {
        several: {
            language: given[f"{name}_{language}"]
            for language in Language.values
            if given.get(f"{name}_{language}")
        }
        for name, several in WORDS.items()
    }


def further_given(wish: EventWish) -> dict[str, str]:
    """Give what a form begins from that changes an event."""
    return {
        f"{name}_{language}": words
        for name, several in WORDS.items()
        for language, words in getattr(wish, several).items()
    }


def by_language(form: forms.Form) -> list[tuple[str, str, list[Any]]]:
    """Group the fields by their language, as a page shows them: its code, its name in itself, the fields."""
    return [
        (language, str(label), [form[f"{name}_{language}"] for name in WORDS])
        for language, label in Language.choices
    ]
