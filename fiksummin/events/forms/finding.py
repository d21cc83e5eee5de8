"""What somebody looks for among the events: the query of an address, the same for pages, calendars and feeds."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import HELSINKI, day_bounds
from fiksummin.events.choices import Dimension, Mode
from fiksummin.events.queries.around import Choices
from fiksummin.events.queries.finding import Finding
from fiksummin.people.choices import Language
from fiksummin.ui.forms import DayField, asking

ASKED = ("q", "kind", "site", "theme", "language", "mode", "dimension", "free", "near", "tag", "from", "to")
LONGEST = 100
"""Characters looked for."""
NO_DAY = gettext_lazy("Give the day as day, month and year, for example 24.11.2026.")
NO_CHOICE = {"invalid_choice": gettext_lazy("Choose one of the list.")}


def _choice(label: Any, every: Any, **words: Any) -> forms.ChoiceField:
    """Offer a choice of one; ``every`` is what stands for all of them."""
    field = forms.ChoiceField(label=label, required=False, error_messages=NO_CHOICE, **words)
    field.every = every  # type: ignore[attr-defined]  # read by the form alone
    return field


class FindingForm(forms.Form):
    """A search among events. Days are Finnish, both included."""

    is_filter = True
    q = forms.CharField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=LONGEST,
        help_text=gettext_lazy("Of the title, the description, the theme, a speaker."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = _choice(gettext_lazy("Kind of event"), gettext_lazy("Any kind"))
    site = _choice(gettext_lazy("Site"), gettext_lazy("Any site"))
    theme = _choice(gettext_lazy("Theme"), gettext_lazy("Any theme"))
    language = _choice(
        gettext_lazy("Language of the event"), gettext_lazy("Any language"), choices=Language.choices
    )
    mode = _choice(gettext_lazy("How you take part"), gettext_lazy("Either way"), choices=Mode.choices)
    dimension = _choice(gettext_lazy("Dimension"), gettext_lazy("Any dimension"), choices=Dimension.choices)
    free = forms.BooleanField(label=gettext_lazy("Only where there are free places"), required=False)
    near = forms.BooleanField(label=gettext_lazy("Only at my sites"), required=False)
    tag = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput())

    def __init__(self, data: Mapping[str, Any], *, offered: Choices) -> None:
        """Offer what the reader sees, and her own sites if they are known."""
        super().__init__(data)
        self.near_sites = offered.near
        for name, words in (("from", _("First day")), ("to", _("Last day"))):
            self.fields[name] = DayField(label=words, required=False, error_messages={"invalid": NO_DAY})
        for name, found in (("kind", offered.kinds), ("site", offered.sites), ("theme", offered.themes)):
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", field.every), *field.choices]  # type: ignore[attr-defined, misc]  # set above
        if offered.near:
            self.fields["near"].help_text = ", ".join(name for _slug, name in offered.near)
        else:
            del self.fields["near"]

    def clean(self) -> dict[str, Any]:
        """Put the days in order."""
        given = super().clean() or self.cleaned_data
        first, last = given.get("from"), given.get("to")
        if first and last and last < first:
            self.add_error("to", _("The last day must not be before the first."))
        return given

    @property
    def chosen(self) -> dict[str, str]:
        """What is asked for, as it stands in the address; what is empty is left out."""
        given = {name: self[name].value() for name in self.fields}
        return {name: value if isinstance(value, str) else "on" for name, value in given.items() if value}

    @property
    def query(self) -> str:
        """The query of an address that asks the same of all days, with its question mark; "" when nothing is asked."""
        return asking({name: value for name, value in self.chosen.items() if name not in {"from", "to"}})

    @property
    def finding(self) -> Finding:
        """What is looked for; the form must be valid."""
        given = self.cleaned_data
        sites = tuple(slug for slug, _name in self.near_sites) if given.get("near") else ()
        sites = (given["site"],) if given["site"] else sites
        first, last = given["from"], given["to"]
        return Finding(
            words=given["q"], kind=given["kind"], sites=sites, theme=given["theme"], tag=given["tag"],
            language=given["language"], mode=given["mode"], dimension=given["dimension"], free=given["free"],
            start=day_bounds(first, HELSINKI)[0] if first else None,
            end=day_bounds(last, HELSINKI)[1] if last else None,
        )  # fmt: skip

    def said(self, name: str) -> str:
        """Give what was chosen in a field, in words."""
        return str(dict(self.fields[name].choices).get(self.cleaned_data[name], ""))  # type: ignore[attr-defined]  # a choice field

    @property
    def folded_open(self) -> bool:
        """Say whether something beside the words is chosen, or wrong."""
        return bool(self.errors) or any(name != "q" for name in self.chosen)


def this_week(day: date, *, near: bool) -> str:
    """Give the query that asks for free places until Sunday, at one's own sites if wanted."""
    sunday = day + timedelta(days=6 - day.weekday())
    given = {"from": day.isoformat(), "to": sunday.isoformat(), "free": "on"}
    return asking(given | ({"near": "on"} if near else {}))
