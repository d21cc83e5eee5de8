"""What somebody waits for: a space or any that fits, within which days and hours, for how long."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.spaces import queries
from fiksummin.spaces.choices import Feature
from fiksummin.spaces.forms.hours import HoursForm
from fiksummin.spaces.forms.visits import PeopleField
from fiksummin.spaces.models import Layout, Site, Space
from fiksummin.spaces.queries import WaitingWish
from fiksummin.ui.forms import DayField, KeyField

MOST_SHOWN = 60
"""Spaces to choose from; the others are reached from their own pages."""


class WaitingForm(HoursForm):
    """A wish by the site's clock. On one day, without minutes, it is for that very time."""

    last = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Leave empty for one day."),
        required=False,
        error_messages={
            "invalid": gettext_lazy("Give the day as day, month and year, for example 24.11.2026.")
        },
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes you need"),
        help_text=gettext_lazy("Leave empty if you need the whole time from the beginning to the end."),
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 5, "autocomplete": "off"}),
        error_messages={"invalid": gettext_lazy("Give the minutes in digits, for example 60.")},
    )
    people = PeopleField()
    space = forms.ChoiceField(
        label=gettext_lazy("Space"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("There is no such space at this site.")},
    )
    features = forms.MultipleChoiceField(
        label=gettext_lazy("What the space must have"),
        required=False,
        choices=Feature.choices,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"invalid_choice": gettext_lazy("No space has such a feature.")},
    )
    title = forms.CharField(
        label=gettext_lazy("What for"),
        help_text=gettext_lazy("For you and the hosts. At most 120 characters."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    key = KeyField()

    field_order = ("space", "day", "last", "start", "end", "minutes", "people", "features", "title")

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        """Offer the spaces of the site, each also in its layouts; one that the address names is among them."""
        super().__init__(*args, site=site, **kwargs)
        self.fields["day"].label = _("First day")
        self.fields["start"].label, self.fields["end"].label = _("Not before"), _("Not after")
        named = str(self.data.get("space", "") if self.is_bound else self.initial.get("space", ""))
        rows = queries.spaces_to_book(site)
        shown = [*rows[:MOST_SHOWN]]
        shown += [space for space in rows.filter(pk=_number(named)) if space not in shown]
        self.places: dict[str, tuple[Space | None, Layout | None]] = {"": (None, None)}
        choices = [("", _("Any that fits"))]
        for space in shown:
            for layout in (None, *space.layouts.all()):
                value = f"{space.pk}-{layout.pk}" if layout else str(space.pk)
                self.places[value] = space, layout
                choices.append((value, f"{space.name}, {layout}" if layout else space.name))
        self.fields["space"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_title(self) -> str:
        """Keep it on one line."""
        return " ".join(str(self.cleaned_data["title"]).split())

    def clean(self) -> dict[str, Any]:
        """Turn the days and hours into a window of moments."""
        given = self.cleaned_data
        if given.get("day") and "last" in given:
            given["last"] = given["last"] or given["day"]
            for name, day in (("start", given["day"]), ("end", given["last"])):
                if given.get(name) is not None:
                    self._say_moment(day, name)
        return self.cleaned_data

    @property
    def wish(self) -> WaitingWish:
        """What the action takes."""
        given = self.cleaned_data
        space, layout = self.places[given["space"]]
        several = given["last"] != given["day"]
        return WaitingWish(
            given["start_at"],
            given["end_at"],
            self._minutes(),
            given["people"],
            space,
            layout,
            features=tuple(given["features"]),
            day_from=given["start"] if several else None,
            day_until=given["end"] if several else None,
            title=given["title"],
        )

    def _minutes(self) -> int:
        """Give the minutes, else the whole of the time on a day."""
        given = self.cleaned_data
        if given["minutes"] is not None:
            return int(given["minutes"])
        days = given["last"] - given["day"]
        return int((given["end_at"] - given["start_at"] - days) / timedelta(minutes=1))


class RefusalForm(forms.Form):
    """Whether who declines a place waits on for another."""

    stay = forms.BooleanField(label=gettext_lazy("I wait on for another place"), required=False)


def _number(named: str) -> int:
    first = named.partition("-")[0]
    return int(first) if first.isascii() and first.isdecimal() and len(first) < 10 else 0
