"""What a visitor gives: a day, the hours of her own clock, how many come, a word to the host."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.spaces.forms.hours import NO_CLOCK, HoursForm
from fiksummin.spaces.models.visit import LONGEST_NOTE
from fiksummin.ui.forms import ClockField, EndField, KeyField


class WordField(forms.CharField):
    """A word of at most a thousand characters; a line break is one of them, however it was sent.

    The browser is not told the length: it would cut a pasted text without a word.
    """

    def __init__(self, **kwargs: Any) -> None:
        """Offer a few lines, written in the direction of their own script."""
        super().__init__(widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), **kwargs)

    def clean(self, value: Any) -> Any:
        """Say how long it may be, and how long it is."""
        words = super().clean(value).replace("\r\n", "\n")
        if len(words) > LONGEST_NOTE:
            raise forms.ValidationError(
                _("The word is too long: %(length)d characters, at most %(most)d.")
                % {"length": len(words), "most": LONGEST_NOTE}
            )
        return words


class PeopleField(forms.IntegerField):
    """How many come. The rules say how many may."""

    def __init__(self) -> None:
        """Begin from one, and bring up the number keys on a phone."""
        super().__init__(
            label=gettext_lazy("How many of you"),
            help_text=gettext_lazy("You and those who come with you."),
            initial=1,
            widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "autocomplete": "off"}),
            error_messages={
                "required": gettext_lazy("Give the number of people."),
                "invalid": gettext_lazy("Give the number of people in digits, for example 3."),
            },
        )


class VisitForm(HoursForm):
    """A visit to a site, by the site's clock."""

    start = ClockField(
        label=gettext_lazy("Arrival"),
        error_messages={"required": gettext_lazy("Give the time of arrival."), "invalid": NO_CLOCK},
    )
    end = EndField(
        label=gettext_lazy("Leaving"),
        error_messages={"required": gettext_lazy("Give the time of leaving."), "invalid": NO_CLOCK},
    )
    people = PeopleField()
    note = WordField(
        label=gettext_lazy("A word to the host"),
        help_text=gettext_lazy("What you come to do, or what you need. At most 1000 characters."),
        required=False,
    )
    key = KeyField()

    @property
    def wish(self) -> dict[str, Any]:
        """What the actions take."""
        given = self.cleaned_data
        return {
            "start": given["start_at"],
            "end": given["end_at"],
            "people": given["people"],
            "note": given["note"],
        }
