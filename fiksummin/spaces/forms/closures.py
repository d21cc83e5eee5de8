"""A period for which a site or a space is shut."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import MIDNIGHT, end_moment, moment
from fiksummin.spaces.models import Site, Space
from fiksummin.spaces.queries import Closing
from fiksummin.ui.forms import ClockField, DayField, EndField
from fiksummin.ui.tongues import in_tongues


class ClosureForm(forms.Form):
    """From a day and hour to another; without hours whole days are meant, the last one included."""

    space = forms.ModelChoiceField(
        Space.objects.none(),
        required=False,
        label=gettext_lazy("What is shut"),
        empty_label=gettext_lazy("The whole site"),
    )
    first = DayField(label=gettext_lazy("First day"))
    start = ClockField(
        label=gettext_lazy("From"),
        required=False,
        help_text=gettext_lazy("Leave empty for the whole day."),
    )
    last = DayField(label=gettext_lazy("Last day"))
    end = EndField(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Leave empty for the whole day."),
    )
    reason_fi, reason_sv, reason_en = in_tongues(gettext_lazy("Reason"), 300, required=True)

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        """Offer the spaces of the site."""
        super().__init__(*args, **kwargs)
        self.site = site
        spaces: Any = self.fields["space"]
        spaces.queryset = Space.objects.filter(site=site, retired_at=None)

    def clean(self) -> dict[str, Any]:
        """Turn days and hours into moments."""
        given = super().clean() or self.cleaned_data
        if not self.errors:
            self._say_moment("start", moment, given["first"], given["start"])
            self._say_moment("end", end_moment, given["last"], given["end"])
        return self.cleaned_data

    def _say_moment(
        self, name: str, of: Callable[[date, time, ZoneInfo], datetime], day: date, clock: time | None
    ) -> None:
        try:
            self.cleaned_data[f"{name}_at"] = of(day, clock or MIDNIGHT, self.site.zone)
        except ValueError:
            self.add_error(name, _("The clock is moved forward: that hour does not exist."))

    @property
    def closing(self) -> Closing:
        """What the action takes."""
        given = self.cleaned_data
        reason = {code: given[f"reason_{code}"] for code in LANGUAGES}
        start: datetime = given["start_at"]
        end: datetime = given["end_at"]
        return Closing(given["space"], start, end, reason)
