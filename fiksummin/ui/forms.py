"""How forms look: a renderer for the whole project, and fields with the browser's own pickers."""

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.errors import Invalid
from fiksummin.core.pictures import Drawn, accepted
from fiksummin.core.time import FIRST_YEAR, LAST_YEAR, MIDNIGHT
from fiksummin.ui import inputs

BLANK = gettext_lazy("- Select an option -")
"""Django's own words for an empty choice; its catalogues say them in English alone, ours in each language."""


class Renderer(DjangoTemplates):
    """``FORM_RENDERER``: ``{{ form }}`` and ``{{ field.as_field_group }}`` wear our look."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Draw a template, or a plain input without one."""
        draw = inputs.PLAIN.get(template_name)
        if draw and not context["widget"].get("wrap_label"):
            return draw(context["widget"])
        return super().render(template_name, context, request)


class DayInput(forms.DateInput):
    """The browser's own date picker. It speaks ISO 8601 in every language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Fix the format that the browser wants."""
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own time picker: hours and minutes on the wall clock."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Fix the format that the browser wants."""
        super().__init__(attrs=attrs, format="%H:%M")


class DayField(forms.DateField):
    """A calendar day from 2000 to 2199. Also reads what people type where there is no picker: 24.11.2026."""

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        """Accept ISO and the Finnish and Swedish way, whatever the language of the page."""
        super().__init__(input_formats=["%Y-%m-%d", "%d.%m.%Y"], **kwargs)

    def to_python(self, value: Any) -> date | None:
        """Read it. Raises ValidationError."""
        day = super().to_python(value)
        return _of_our_time(day) if day else None


class ClockField(forms.TimeField):
    """A time on the wall clock. Also reads what people type where there is no picker: 9.30 or 9."""

    widget = ClockInput

    def __init__(self, **kwargs: Any) -> None:
        """Accept a colon, a full stop and a bare hour, whatever the language of the page."""
        super().__init__(input_formats=["%H:%M", "%H:%M:%S", "%H.%M", "%H"], **kwargs)


class EndField(ClockField):
    """When something ends on its day. The day may end it: also reads 24, 24.00 and 24:00, which a picker gives as 0.00."""

    def to_python(self, value: Any) -> Any:
        """Give 24.00 as midnight, 0.00."""
        return MIDNIGHT if str(value).strip() in {"24", "24.00", "24:00"} else super().to_python(value)


class MomentInput(forms.DateTimeInput):
    """The browser's own picker of a day and a time. It speaks ISO 8601 in every language."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Fix the format that the browser wants."""
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")


class MomentField(forms.Field):
    """A day, from 2000 to 2199, and a time by a clock on a wall, which only the form knows: gives them naive.

    Also reads what people type where there is no picker: 24.11.2026 9.30.
    """

    widget = MomentInput
    default_error_messages = {
        "invalid": gettext_lazy("Give the day and the time, for example 24.11.2026 9.30.")
    }
    FORMATS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H.%M", "%d.%m.%Y %H:%M")

    def to_python(self, value: Any) -> datetime | None:
        """Read it. Raises ValidationError."""
        text = str(value or "").strip()
        for written in self.FORMATS if text else ():
            try:
                found = datetime.strptime(text, written)  # noqa: DTZ007 -- the form knows the zone
            except ValueError:
                continue
            return _of_our_time(found)
        if text:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return None


def _of_our_time[Day: date](day: Day) -> Day:
    """Give a day that clocks everywhere can tell. Raises ValidationError."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise forms.ValidationError(_("Check the year."), code="year")
    return day


def words(label: Any, most: int, *, rows: int = 3, required: bool = True, hint: Any = "") -> forms.CharField:
    """Give a field for a text of several lines in any script."""
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )  # fmt: skip


class KeyField(forms.CharField):
    """Tells a form sent twice from two forms."""

    def __init__(self) -> None:
        """Make a new key for each form shown."""
        super().__init__(
            required=False,
            max_length=64,
            initial=lambda: secrets.token_urlsafe(12),
            widget=forms.HiddenInput(),
        )


class PictureField(forms.FileField):
    """A picture, drawn anew (``Drawn``), or None; what is no picture is refused."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def __init__(self, *, longest_side: int, **kwargs: Any) -> None:
        """Know how many points its longest side has at most."""
        said = gettext_lazy(
            "A JPEG, PNG or WebP of 10 MB at most. It is drawn anew: where and when it was taken is left out."
        )
        super().__init__(max_length=255, help_text=said, **kwargs)
        self.longest_side = longest_side

    def clean(self, data: Any, initial: Any = None) -> Drawn | None:
        """Draw it anew. Raises ValidationError."""
        brought = super().clean(data, initial)
        if not brought:
            return None
        try:
            return accepted(brought, brought.name or "", brought.size or 0, longest_side=self.longest_side)
        except Invalid as refusal:
            raise forms.ValidationError(refusal.reason) from refusal


def asking(given: Mapping[str, str]) -> str:
    """Give the query of an address with its question mark; "" when nothing is asked."""
    return f"?{urlencode(given)}" if given else ""
