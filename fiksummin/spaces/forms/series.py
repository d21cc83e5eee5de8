"""A booking that comes again: how often, on which days, until when; and which of its dates an act is about."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.spaces.actions import Scope
from fiksummin.spaces.choices import Frequency, Weekday
from fiksummin.spaces.forms.bookings import BookingForm, PlacesForm
from fiksummin.spaces.forms.visits import WordField
from fiksummin.spaces.queries import MOST_DATES, Recurrence
from fiksummin.ui.forms import DayField

SCOPES = [
    (Scope.THIS.value, gettext_lazy("This date alone")),
    (Scope.FOLLOWING.value, gettext_lazy("This and the following dates")),
    (Scope.ALL.value, gettext_lazy("All dates to come")),
]


class DatesField(forms.Field):
    """Dates that were chosen from a list; what is no date is not chosen."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: Iterable[str] | None) -> list[date]:
        """Read the dates."""
        found = []
        for given in list(value or [])[:MOST_DATES]:
            try:
                found.append(date.fromisoformat(str(given)))
            except ValueError:
                continue
        return found


class SeriesForm(BookingForm):
    """A booking and the rule by which it comes again; ``day`` is its first date."""

    frequency = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=Frequency.choices,
        initial=Frequency.WEEKLY,
        error_messages={"invalid_choice": gettext_lazy("Choose how often it comes again.")},
    )
    interval = forms.IntegerField(
        label=gettext_lazy("Interval"),
        help_text=gettext_lazy("2 means every other time, for example every other week."),
        initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "max": 52}),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On which days of the week"),
        help_text=gettext_lazy("For every week. Without a choice: on the weekday of the first day."),
        choices=Weekday.choices,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    until = DayField(label=gettext_lazy("Until"), required=False)
    count = forms.IntegerField(
        label=gettext_lazy("Or how many times"),
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "max": MOST_DATES}),
    )
    skips_holidays = forms.BooleanField(
        label=gettext_lazy("Leave out holidays and other days when the site is closed"),
        required=False,
        initial=True,
    )
    date = DatesField(required=False)

    @property
    def rule(self) -> Recurrence:
        """What the actions take."""
        given = self.cleaned_data
        return Recurrence(
            frequency=given["frequency"],
            first=given["day"],
            starts=given["start"],
            ends=given["end"],
            interval=given["interval"],
            weekdays=tuple(given["weekdays"]),
            until=given["until"],
            count=given["count"] if not given["until"] else None,
            skips_holidays=given["skips_holidays"],
        )


class ScopeField(forms.ChoiceField):
    """Which dates of a series an act is about."""

    def __init__(self) -> None:
        """Begin from the date itself."""
        super().__init__(
            label=gettext_lazy("Which dates"),
            choices=SCOPES,
            initial=Scope.THIS.value,
            widget=forms.RadioSelect,
        )

    def clean(self, value: Any) -> Scope:
        """Give the scope itself."""
        return Scope(super().clean(value))


class SeriesChangeForm(PlacesForm):
    """A change of a date of a series, and of which others with it."""

    scope = ScopeField()


class SeriesCancellationForm(forms.Form):
    """Which dates are cancelled, and why."""

    scope = ScopeField()
    reason = WordField(label=gettext_lazy("Reason"), required=False)
