"""A thing of the library as it is written and changed: each kind asks for its own."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy

from fiksummin.library.choices import (
    FACETS,
    LABELS,
    NAMES,
    OWED,
    SECTIONS,
    TOLD,
    Accessibility,
    Audience,
    DataIn,
    Login,
    Mode,
    Price,
)
from fiksummin.library.forms.fields import KeeperField, TrailField
from fiksummin.library.models import Item
from fiksummin.library.models.version import (
    LONGEST_ADDRESS,
    LONGEST_CHANGE,
    LONGEST_TIP,
    LONGEST_TITLE,
    LONGEST_WORDS,
    MOST_MINUTES,
    MOST_PEOPLE,
)
from fiksummin.library.queries import Change, ItemWish
from fiksummin.people.choices import Language
from fiksummin.people.models import Person
from fiksummin.ui.forms import KeyField, words

HINTS = {
    "problem": gettext_lazy("What was wrong, for whom."),
    "steps": gettext_lazy("One on each line, in the order in which they are done."),
    "conditions": gettext_lazy("What must be in place before it works."),
    "pitfalls": gettext_lazy("What went wrong, and how to avoid it."),
    "evidence": gettext_lazy("How you know that it works, or where it does not."),
    "effort": gettext_lazy("Hours, people, money."),
    "materials": gettext_lazy("Links, one on each line."),
    "data": gettext_lazy("What may be put there and what may not."),
    "text": gettext_lazy("Two sentences."),
}
CHOICES: dict[str, Any] = {
    "mode": Mode, "price": Price, "login": Login, "accessibility": Accessibility, "data_in": DataIn
}  # fmt: skip
NUMBERS = {"people_least": MOST_PEOPLE, "people_most": MOST_PEOPLE, "minutes": MOST_MINUTES}
LONG = ("steps", "problem", "aim")


class ItemForm(forms.Form):
    """A thing of the library of some kind."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    labels = forms.MultipleChoiceField(
        label=gettext_lazy("Perspectives and dimensions"), choices=LABELS, required=False,
        widget=forms.CheckboxSelectMultiple(),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=Language.choices,
        initial=lambda: (get_language() or "fi")[:2],
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Who may read it"), choices=Audience.choices, initial=Audience.PUBLIC,
        widget=forms.RadioSelect(),
    )  # fmt: skip
    key = KeyField()

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        """Ask for what a thing of this kind tells."""
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in TOLD[kind]:
            self.fields[name] = _text(name, owed=name in OWED[kind])
        for name in FACETS[kind]:
            self.fields[name] = _facet(name)
        self.order_fields(("title", *TOLD[kind], *FACETS[kind], "labels", "language", "audience"))

    def wish(self) -> ItemWish:
        """Give it as the action takes it."""
        given = self.cleaned_data
        facets = {name: given[name] for name in FACETS[self.kind]}
        return ItemWish(
            title=given["title"], language=given["language"], audience=given["audience"],
            labels=tuple(given["labels"]), texts={name: given[name] for name in TOLD[self.kind]}, **facets,
        )  # fmt: skip


class ChangeForm(ItemForm):
    """A new version, with what changed and because of what."""

    number = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    changed = forms.CharField(label=gettext_lazy("What changed"), max_length=LONGEST_CHANGE)
    because = forms.CharField(
        label=gettext_lazy("Because of what"), max_length=LONGEST_CHANGE, required=False,
        help_text=gettext_lazy("Feedback, a lesson, something that somebody noticed in use."),
    )  # fmt: skip
    because_of = TrailField(
        label=gettext_lazy("Where that is on the trail"), required=False, max_length=300,
        help_text=gettext_lazy("The address of the trail of an idea, an experiment, an adoption."),
    )  # fmt: skip

    def __init__(self, *args: Any, item: Item, reader: Person, **kwargs: Any) -> None:
        """Begin with the words as they stand; of a draft nothing is asked about the change."""
        super().__init__(*args, kind=item.kind, **kwargs)
        because_of: Any = self.fields["because_of"]
        because_of.reader = reader
        if item.published_at is None:
            for name in ("changed", "because", "because_of"):
                del self.fields[name]

    def change(self) -> Change:
        """Give what changed as the action takes it."""
        given = self.cleaned_data
        return Change(
            number=given["number"] or 0, changed=given.get("changed", ""), because=given.get("because", ""),
            because_of=given.get("because_of"),
        )  # fmt: skip


class KeeperForm(forms.Form):
    """Who is to keep it up, too."""

    person = KeeperField(
        label=gettext_lazy("Who keeps it up, too"), max_length=254,
        help_text=gettext_lazy("The e-mail address of a colleague, or of a member who uses it or had a part in it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, item: Item, reader: Person, **kwargs: Any) -> None:
        """Know who asks, and for what."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.item, field.reader = item, reader


def words_of(item: Item) -> dict[str, Any]:
    """Give the words of a thing as they stand to a form."""
    row = item.words
    facets = {name: getattr(row, name) for name in FACETS[item.kind]}
    return {
        "title": row.title, "language": item.language, "audience": item.audience, "number": row.number,
        "labels": [label.word for label in item.labels.all()], **row.texts, **facets,
    }  # fmt: skip


def _text(name: str, *, owed: bool) -> forms.CharField:
    most = LONGEST_TIP if name == "text" else LONGEST_WORDS
    rows = 5 if name in LONG else 3
    return words(SECTIONS[name], most, rows=rows, required=owed, hint=HINTS.get(name, ""))


def _facet(name: str) -> forms.Field:
    if name in CHOICES:
        return forms.ChoiceField(
            label=NAMES[name],
            required=False,
            choices=[("", gettext_lazy("Not said")), *CHOICES[name].choices],
        )
    if name in NUMBERS:
        return forms.IntegerField(label=NAMES[name], required=False, min_value=1, max_value=NUMBERS[name])
    return forms.URLField(
        label=NAMES[name], required=False, max_length=LONGEST_ADDRESS, assume_scheme="https"
    )
