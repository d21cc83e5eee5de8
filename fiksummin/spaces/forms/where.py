"""Where somebody could go: what for, when, how many, what she needs to come at all."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import comes_after
from fiksummin.spaces.choices import Feature, Purpose
from fiksummin.spaces.forms.hours import NO_CLOCK
from fiksummin.spaces.forms.search import NO_CHOICE, NO_DAY, SoughtForField
from fiksummin.spaces.queries import Trip
from fiksummin.ui.forms import ClockField, DayField, EndField

ACCESS = [(feature.value, feature.label) for feature in Feature if feature.is_about_access]


class WhereForm(forms.Form):
    """A trip, by the clock of each site."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("What do you come for"),
        choices=Purpose.choices,
        widget=forms.RadioSelect(),
        error_messages=NO_CHOICE,
    )
    day = DayField(
        label=gettext_lazy("Day"),
        error_messages={"required": gettext_lazy("Choose a day."), "invalid": NO_DAY},
    )
    start = ClockField(
        label=gettext_lazy("Arrival"),
        error_messages={"required": gettext_lazy("Give the time of arrival."), "invalid": NO_CLOCK},
    )
    end = EndField(
        label=gettext_lazy("Leaving"),
        error_messages={"required": gettext_lazy("Give the time of leaving."), "invalid": NO_CLOCK},
    )
    people = SoughtForField()
    features = forms.MultipleChoiceField(
        label=gettext_lazy("What you need to be able to come"),
        required=False,
        choices=ACCESS,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"invalid_choice": gettext_lazy("No space has such a feature.")},
    )

    def clean(self) -> dict[str, Any]:
        """Put the hours in order."""
        given = super().clean() or self.cleaned_data
        start, end = given.get("start"), given.get("end")
        if start is not None and end is not None and not comes_after(end, start):
            self.add_error("end", _("The end must be after the beginning."))
        return given

    @property
    def trip(self) -> Trip:
        """What the sites are compared for."""
        given = {name: self.cleaned_data[name] for name in ("purpose", "day", "start", "end", "people")}
        return Trip(**given, features=tuple(self.cleaned_data["features"]))
