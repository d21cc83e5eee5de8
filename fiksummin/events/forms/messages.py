"""What organisers write to those who take part."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, ngettext

from fiksummin.events.choices import Reached
from fiksummin.events.models.messages import LONGEST_MESSAGE, LONGEST_SUBJECT
from fiksummin.ui.forms import KeyField


class MessageForm(forms.Form):
    """A letter; each choice says how many it reaches now."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Whom it reaches"),
        widget=forms.RadioSelect(),
        initial=Reached.CONFIRMED,
        error_messages={"invalid_choice": gettext_lazy("Choose whom the letter reaches.")},
    )
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=LONGEST_SUBJECT,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Give the letter a subject.")},
    )
    text = forms.CharField(
        label=gettext_lazy("What you want to say"),
        help_text=gettext_lazy(
            "The service adds the event, its time and place in the reader’s own language."
        ),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        error_messages={"required": gettext_lazy("Write what you want to say.")},
    )
    key = KeyField()

    def __init__(self, *args: Any, reach: Mapping[str, int], **kwargs: Any) -> None:
        """Know the choices that there are now, and how many each reaches."""
        super().__init__(*args, **kwargs)
        self.fields["whom"].choices = [  # type: ignore[attr-defined]  # a choice field
            (whom, f"{Reached(whom).label} ({_people(reach[whom])})") for whom in reach
        ]


def _people(count: int) -> str:
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}
