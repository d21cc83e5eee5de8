"""What is pressed and written at a door."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.events.choices import PressKind
from fiksummin.events.models.places import MOST_PEOPLE
from fiksummin.ui.forms import KeyField

_PRESS = re.compile(r"(received|undone) (\d{1,12}) (\d{1,2}(?:,\d{1,2}){0,49})")


@dataclass(frozen=True)
class Pressed:
    """What the button of a row says: which seats of which registration."""

    is_in: bool
    registration: int
    seats: tuple[int, ...]


def pressed(value: str) -> Pressed | None:
    """Read the value of a button, as in ``received 12 0,1``; None for anything else."""
    found = _PRESS.fullmatch(value)
    if found is None:
        return None
    seats = tuple(int(seat) for seat in found[3].split(","))
    return Pressed(found[1] == PressKind.RECEIVED, int(found[2]), seats)


class WalkInForm(forms.Form):
    """Somebody who came without registering."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("You may leave this empty: then only the place is counted."),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    people = forms.IntegerField(
        label=gettext_lazy("How many people"),
        required=False,
        initial=1,
        widget=forms.NumberInput(
            attrs={"inputmode": "numeric", "min": 1, "max": MOST_PEOPLE, "autocomplete": "off"}
        ),
        error_messages={"invalid": gettext_lazy("Give the number of people in digits, for example 3.")},
    )
    is_another = forms.BooleanField(
        label=gettext_lazy("This is another person of the same name"), required=False
    )
    key = KeyField()

    def wish(self) -> dict[str, Any]:
        """Give what the action takes."""
        given = self.cleaned_data
        people = 1 if given["people"] is None else given["people"]
        return {
            "name": given["name"],
            "people": people,
            "is_another": given["is_another"],
            "key": given["key"],
        }
