"""Joining an idea to another: which, why, and what the authors say to it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from fiksummin.ideas.forms.ideas import ReasonForm
from fiksummin.ideas.models.idea import LONGEST_TITLE, LONGEST_WORDS
from fiksummin.ui.forms import KeyField


class TitleForm(forms.Form):
    """Words of the title of another idea."""

    q = forms.CharField(
        label=gettext_lazy("Words of the title of the other idea"), max_length=LONGEST_TITLE, required=False
    )


class MergeForm(ReasonForm):
    """To which idea, of those found, and why."""

    into = forms.TypedChoiceField(label=gettext_lazy("Join it to"), coerce=int, widget=forms.RadioSelect())
    key = KeyField()
    field_order = ("into", "reason")

    def __init__(self, *args: Any, found: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Offer the ideas that were found."""
        super().__init__(*args, **kwargs)
        into: Any = self.fields["into"]
        into.choices = list(found)


class MergeAnswerForm(forms.Form):
    """Whether the authors agree, and a word of theirs."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("yes", pgettext_lazy("answer", "Join them")),
            ("no", pgettext_lazy("answer", "It stays by itself")),
        ],
        widget=forms.RadioSelect(),
    )
    words = forms.CharField(
        label=gettext_lazy("A word to whoever asked"),
        required=False,
        max_length=LONGEST_WORDS,
        help_text=gettext_lazy("Needed when it stays by itself."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    @property
    def agrees(self) -> bool:
        """Say whether the authors agree."""
        return bool(self.cleaned_data["answer"] == "yes")


class UndoingForm(forms.Form):
    """Why an idea stands by itself again."""

    words = forms.CharField(
        label=gettext_lazy("Why it stands by itself again"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
