"""What a site manager gives: particulars, weekly hours, days of exception, seats."""

from datetime import time
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.text import capfirst, format_lazy, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import MIDNIGHT, comes_after
from fiksummin.spaces.choices import ServiceLanguage, SiteKind, Weekday
from fiksummin.spaces.models import Hours, Site
from fiksummin.ui.forms import ClockField, DayField, EndField
from fiksummin.ui.tongues import in_tongues

LONGEST_KEEPING = 14
"""Days for which visits are kept at most; a site may keep them for less."""
_HOURS = {
    "opens": ("opens", gettext_lazy("opens")),
    "closes": ("closes", gettext_lazy("closes")),
    "from": ("staffed_from", gettext_lazy("host from")),
    "until": ("staffed_until", gettext_lazy("host until")),
}
"""What is asked of each day: the field of Hours, and its label."""


class SiteForm(forms.Form):
    """The particulars of a site."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 120, required=True)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of site"), choices=SiteKind.choices)
    street = forms.CharField(
        label=gettext_lazy("Street address"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"), max_length=10, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    town_fi, town_sv, town_en = in_tongues(gettext_lazy("Town"), 80, required=True)
    lead_fi, lead_sv, lead_en = in_tongues(gettext_lazy("Introduction"), 300, lines=3)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages of service"),
        choices=ServiceLanguage.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    timezone = forms.CharField(
        label=gettext_lazy("Time zone"),
        help_text=gettext_lazy("By its name in the time zone database, for example Europe/Helsinki."),
        max_length=60,
        initial="Europe/Helsinki",
    )
    closed_on_holidays = forms.BooleanField(
        label=gettext_lazy("Closed on Finnish public holidays"), required=False, initial=True
    )
    days_ahead = forms.IntegerField(
        label=gettext_lazy("How many days ahead visits can be announced"),
        min_value=1,
        max_value=365,
        initial=60,
    )
    visits_per_person = forms.IntegerField(
        label=gettext_lazy("How many coming visits a person can have"),
        min_value=1,
        max_value=200,
        initial=20,
    )
    keep_visits_days = forms.IntegerField(
        label=gettext_lazy("After how many days a visit becomes a mere count"),
        help_text=gettext_lazy("Fourteen days at most: nobody’s presence is kept."),
        min_value=1,
        max_value=LONGEST_KEEPING,
        initial=LONGEST_KEEPING,
    )
    fault_email = forms.EmailField(
        label=gettext_lazy("Where fault reports go"),
        help_text=gettext_lazy(
            "An e-mail address, for example of property services. Left empty, the hosts get them."
        ),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    safety_email = forms.EmailField(
        label=gettext_lazy("Where reports of danger go"),
        help_text=gettext_lazy(
            "An e-mail address that is read on every working day. Left empty, the hosts get them."
        ),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    position = forms.IntegerField(
        label=gettext_lazy("Place in the list of sites"), min_value=0, max_value=1000, initial=0
    )

    def clean_timezone(self) -> str:
        """Refuse zones that no clock knows."""
        name: str = self.cleaned_data["timezone"]
        if name not in available_timezones():
            raise forms.ValidationError(_("There is no time zone of this name."))
        return name


class NewSiteForm(SiteForm):
    """A site's particulars, its name in addresses, and how many seats it has."""

    slug = forms.SlugField(
        label=gettext_lazy("Name in addresses"),
        help_text=gettext_lazy(
            "Small letters, digits and hyphens. Left empty, it is made of the Finnish name."
        ),
        max_length=80,
        required=False,
    )
    seats = forms.IntegerField(label=gettext_lazy("Seats"), initial=0)

    def clean(self) -> dict[str, Any]:
        """Make the name in addresses of the Finnish name when none was given."""
        given = super().clean() or self.cleaned_data
        if not given.get("slug") and "slug" not in self.errors:
            given["slug"] = slugify(given.get("name_fi", ""))[:80]
        return given


def particulars(site: Site) -> dict[str, Any]:
    """Give what the form of particulars begins from."""
    return {name: getattr(site, name) for name in SiteForm.base_fields}


class HoursForm(forms.Form):
    """Opening and closing on each day of the week, both empty on days when the door stays shut; and when a host is there.

    Hosting hours left empty are the whole opening time; a tick says that no host is expected.
    A week without any hours is chosen by a tick, too: an empty form alone shuts nothing.
    """

    shut = forms.BooleanField(
        label=gettext_lazy("The door stays shut on every day of the week"), required=False
    )

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        """Begin from the hours of the site."""
        super().__init__(*args, **kwargs)
        known: dict[int, Hours] = {hours.weekday: hours for hours in site.hours.all()}
        for weekday in Weekday:
            hours = known.get(weekday)
            for name, (attribute, label) in _HOURS.items():
                self._ask(weekday, name, label, getattr(hours, attribute, None))
            self.fields[f"unstaffed_{weekday}"] = forms.BooleanField(
                label=format_lazy("{}, {}", capfirst(weekday.label), gettext_lazy("no host on this day")),
                required=False,
                initial=hours is not None and not hours.is_staffed,
            )

    def _ask(self, weekday: Weekday, name: str, label: Any, initial: time | None) -> None:
        kind = EndField if name in {"closes", "until"} else ClockField
        self.fields[f"{name}_{weekday}"] = kind(
            label=format_lazy("{}, {}", capfirst(weekday.label), label),
            required=False,
            initial=initial,
            template_name="spaces/_hour_field.html",
        )

    def clean(self) -> dict[str, Any]:
        """Ask for both hours or neither, in their order; hosting hours within the opening hours."""
        for weekday in Weekday:
            if not {f"{name}_{weekday}" for name in _HOURS} & set(self.errors):
                opens, closes = self._given(weekday)
                trouble = why_not_hours(opens, closes)
                if trouble:
                    self.add_error(f"closes_{weekday}", trouble)
                elif trouble := why_not_staffed(*self._given(weekday, "from", "until"), opens, closes):
                    self.add_error(f"until_{weekday}", trouble)
        if not self.errors and not any(self.week.values()) and not self.cleaned_data["shut"]:
            self.add_error(
                "shut",
                _("No hours were given. Give those of one day at least, or tick that the door stays shut."),
            )
        return self.cleaned_data

    def _given(
        self, weekday: Weekday, first: str = "opens", last: str = "closes"
    ) -> tuple[time | None, time | None]:
        return self.cleaned_data[f"{first}_{weekday}"], self.cleaned_data[f"{last}_{weekday}"]

    @property
    def week(self) -> dict[int, tuple[time, time] | None]:
        """What the action takes: weekday (0 is Monday) → hours, or None."""
        return {int(weekday): _both(*self._given(weekday)) for weekday in Weekday}

    @property
    def staffed(self) -> dict[int, tuple[time, time] | None]:
        """What the action takes of hosts: weekday → hosting hours, None where no host is expected."""
        found: dict[int, tuple[time, time] | None] = {}
        for weekday in Weekday:
            hosting = _both(*self._given(weekday, "from", "until"))
            if self.cleaned_data[f"unstaffed_{weekday}"]:
                found[int(weekday)] = None
            elif hosting:
                found[int(weekday)] = hosting
        return found

    @property
    def days(self) -> list[dict[str, Any]]:
        """The name of each day and its fields, to be drawn side by side."""
        names = (*_HOURS, "unstaffed")
        return [
            {"name": str(weekday.label), **{name: self[f"{name}_{weekday}"] for name in names}}
            for weekday in Weekday
        ]


def why_not_staffed(first: time | None, last: time | None, opens: time | None, closes: time | None) -> str:
    """Say why these cannot be the hosting hours of a day; both empty are the whole opening time."""
    if (first is None) != (last is None):
        return _("Give both when the host comes and when she leaves, or neither.")
    if first is None or last is None:
        return ""
    if not comes_after(last, first):
        return _("The host must leave after she comes.")
    if opens is None or closes is None or first < opens or not _within(last, closes):
        return _("The hosting hours must be within the opening hours.")
    return ""


def _within(last: time, closes: time) -> bool:
    return closes == MIDNIGHT or (last != MIDNIGHT and last <= closes)


def _both(first: time | None, last: time | None) -> tuple[time, time] | None:
    return (first, last) if first is not None and last is not None else None


def why_not_hours(opens: time | None, closes: time | None) -> str:
    """Say why these cannot be the hours of a day; both empty are."""
    if (opens is None) != (closes is None):
        return _("Give both the opening and the closing time, or neither.")
    if opens is not None and closes is not None and not comes_after(closes, opens):
        return _("Closing time must be after opening time.")
    return ""


class SpecialDayForm(forms.Form):
    """A dated exception with its reason; without hours the site is closed."""

    day = DayField(label=gettext_lazy("Day"))
    opens = ClockField(
        label=gettext_lazy("Opens"),
        help_text=gettext_lazy("Leave both hours empty when the site is closed."),
        required=False,
    )
    closes = EndField(
        label=gettext_lazy("Closes"),
        help_text=gettext_lazy("0.00 is midnight, when the day ends."),
        required=False,
    )
    reason_fi, reason_sv, reason_en = in_tongues(gettext_lazy("Reason"), 200, required=True)

    @property
    def exception(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        reason = {code: given[f"reason_{code}"] for code in LANGUAGES}
        return {"day": given["day"], "opens": given["opens"], "closes": given["closes"], "reason": reason}


class SeatsForm(forms.Form):
    """How many seats a site has. The action knows how many it may have."""

    seats = forms.IntegerField(
        label=gettext_lazy("Seats"), widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0})
    )
