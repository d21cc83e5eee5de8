"""A day and hours by the clock on the wall of a site, turned into moments."""

from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import end_moment, moment
from fiksummin.spaces.models import Site
from fiksummin.ui.forms import ClockField, DayField, EndField

"""Years within which a day is a day and not a slip of the finger."""
NO_CLOCK = gettext_lazy("Give the time as hours and minutes, for example 9.30.")


class HoursForm(forms.Form):
    """A range of time on one day, by the site's clock."""

    day = DayField(
        label=gettext_lazy("Day"),
        error_messages={
            "required": gettext_lazy("Choose a day."),
            "invalid": gettext_lazy("Give the day as day, month and year, for example 24.11.2026."),
        },
    )
    start = ClockField(
        label=gettext_lazy("Begins"),
        error_messages={"required": gettext_lazy("Give the time of beginning."), "invalid": NO_CLOCK},
    )
    end = EndField(
        label=gettext_lazy("Ends"),
        error_messages={"required": gettext_lazy("Give the time of ending."), "invalid": NO_CLOCK},
    )

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        """Know the site, whose clock is meant."""
        super().__init__(*args, **kwargs)
        self.site = site

    def clean(self) -> dict[str, Any]:
        """Turn the hours of the wall clock into moments."""
        given = super().clean() or self.cleaned_data
        for name in ("start", "end"):
            if given.get("day") and given.get(name) is not None:
                self._say_moment(given["day"], name)
        return self.cleaned_data

    def _say_moment(self, day: date, name: str) -> None:
        clock, by_the_wall = self._as_it_stood(day, name), end_moment if name == "end" else moment
        try:
            self.cleaned_data[f"{name}_at"] = by_the_wall(day, clock, self.site.zone)
        except ValueError:
            self.add_error(
                name, _("The clock is moved forward that night: the time does not exist. Choose another.")
            )

    def _as_it_stood(self, day: date, name: str) -> time:
        """Give the time that was sent; left as it stood, it is the same of the two hours that autumn repeats."""
        clock: time = self.cleaned_data[name]
        stood = self.initial.get(name)
        return stood if self.initial.get("day") == day and stood == clock else clock
