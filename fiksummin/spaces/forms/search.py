"""What somebody looks for: days and hours, how long, how many, with what."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import comes_after
from fiksummin.spaces.choices import Feature, LayoutKind, SpaceKind
from fiksummin.spaces.forms.hours import NO_CLOCK
from fiksummin.spaces.forms.visits import PeopleField
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import Search
from fiksummin.ui.forms import ClockField, DayField, EndField

FURTHEST = timedelta(days=62)
"""Between the first and the last day looked at."""
FOLDED = ("kind", "layout", "features")
NO_DAY = gettext_lazy("Give the day as day, month and year, for example 24.11.2026.")
NO_CHOICE = {"invalid_choice": gettext_lazy("Choose one of the list.")}


class SoughtForField(PeopleField):
    """For how many a place is sought: somebody, and no more than any place could hold."""

    def clean(self, value: Any) -> int:
        """Give the number. Raises ValidationError."""
        people: int = super().clean(value)
        if not 1 <= people <= 10_000:
            raise forms.ValidationError(_("Give the number of people in digits, for example 3."))
        return people


class SearchForm(forms.Form):
    """A search over sites, by their clocks."""

    site = forms.ChoiceField(label=gettext_lazy("Site"), required=False, error_messages=NO_CHOICE)
    day = DayField(
        label=gettext_lazy("First day"),
        error_messages={"required": gettext_lazy("Choose a day."), "invalid": NO_DAY},
    )
    last = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Leave empty for one day."),
        required=False,
        error_messages={"invalid": NO_DAY},
    )
    start = ClockField(label=gettext_lazy("Not before"), required=False, error_messages={"invalid": NO_CLOCK})
    end = EndField(label=gettext_lazy("Not after"), required=False, error_messages={"invalid": NO_CLOCK})
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes"),
        initial=60,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 5, "autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Give the length in minutes."),
            "invalid": gettext_lazy("Give the minutes in digits, for example 60."),
        },
    )
    people = SoughtForField()
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of space"),
        required=False,
        choices=[("", gettext_lazy("Any kind")), *SpaceKind.choices],
        error_messages=NO_CHOICE,
    )
    layout = forms.ChoiceField(
        label=gettext_lazy("Furnishing"),
        required=False,
        choices=[("", gettext_lazy("Any furnishing")), *LayoutKind.choices],
        error_messages=NO_CHOICE,
    )
    features = forms.MultipleChoiceField(
        label=gettext_lazy("What the space must have"),
        required=False,
        choices=Feature.choices,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"invalid_choice": gettext_lazy("No space has such a feature.")},
    )
    space = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, sites: Sequence[Site], **kwargs: Any) -> None:
        """Offer the sites that the reader sees."""
        super().__init__(*args, **kwargs)
        self.sites = sites
        choices = [("", _("Any site")), *((site.slug, site.name) for site in sites)]
        self.fields["site"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_minutes(self) -> int:
        """Look within a day."""
        minutes: int = self.cleaned_data["minutes"]
        if not 5 <= minutes <= 24 * 60:
            raise forms.ValidationError(_("Give at least 5 minutes and at most a day."))
        return minutes

    def clean(self) -> dict[str, Any]:
        """Put the days in order, and keep them near one another."""
        given = super().clean() or self.cleaned_data
        first, last = given.get("day"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day must not be before the first."))
        elif first and last and last - first > FURTHEST:
            self.add_error("last", _("Look at two months at most."))
        if given.get("start") and given.get("end") and not comes_after(given["end"], given["start"]):
            self.add_error("end", _("The end must be after the beginning."))
        return given

    @property
    def folded_open(self) -> bool:
        """Say whether something folded away is chosen, or wrong."""
        return any(self.errors.get(name) or self[name].value() for name in FOLDED)

    @property
    def chosen_sites(self) -> list[Site]:
        """The site chosen, or all."""
        slug = self.cleaned_data["site"]
        return [site for site in self.sites if not slug or site.slug == slug]

    @property
    def search(self) -> Search:
        """What the engine takes."""
        given = self.cleaned_data
        return Search(
            first=given["day"],
            last=given["last"] or given["day"],
            minutes=given["minutes"],
            people=given["people"],
            earliest=given["start"],
            latest=given["end"],
            features=tuple(given["features"]),
            layout=given["layout"],
            kind=given["kind"],
            space=given["space"],
        )
