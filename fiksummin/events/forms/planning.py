"""What an organiser gives of an event: one page, one act."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.circles.models import Circle
from fiksummin.core.time import HELSINKI, MIDNIGHT, end_moment
from fiksummin.events import queries
from fiksummin.events.choices import Allocation, Audience, Dimension
from fiksummin.events.forms.fields import (
    NO_SUCH_HOUR,
    OwedField,
    WordsField,
    area,
    line,
    number,
    said_by,
)
from fiksummin.events.forms.languages import by_language, further_fields, further_words
from fiksummin.events.models import Event, EventKind, EventSeries, Season, Theme
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.choices import Language, RoleKind
from fiksummin.people.models import Organisation
from fiksummin.spaces.models import Site
from fiksummin.ui.forms import BLANK, ClockField, DayField, EndField, KeyField, MomentField
from fiksummin.ui.when import capital

NO_CLOCK = gettext_lazy("Give the time as hours and minutes, for example 9.30.")
NO_DAY = gettext_lazy("Give the day as day, month and year, for example 24.11.2026.")
NO_CHOICE = {"invalid_choice": gettext_lazy("Choose one of those given.")}
MORE = (
    "spoken", "access", "is_recorded", "has_captions", "keep_answers_days", "outside_link", "dimensions", "tags",
    "theme", "season", "series",
)  # fmt: skip
"""What is folded away."""
WORDS = (
    "title", "summary", "text", "language", "place", "online_link", "outside_link", "audience",
    "audience_organisation", "audience_circle", "audience_role", "allocation", "access", "is_recorded", "has_captions", "theme",
    "season", "series", "kind", "site", "visited",
)  # fmt: skip


class EventForm(forms.Form):
    """An event with its space, places and rules, by the clock of its site."""

    kind = forms.ModelChoiceField(
        label=gettext_lazy("Kind of event"),
        queryset=EventKind.objects.none(),
        empty_label=None,
        error_messages={**NO_CHOICE, "required": gettext_lazy("Choose the kind of event.")},
    )
    title = OwedField(label=gettext_lazy("Title"))
    summary = line(gettext_lazy("In one sentence"), gettext_lazy("Stands in lists and letters."))
    text = area(gettext_lazy("What it is about"), rows=6)
    language = forms.ChoiceField(
        label=gettext_lazy("In which language these words are"),
        choices=Language.choices,
        error_messages=NO_CHOICE,
    )
    day = DayField(
        label=gettext_lazy("Day"),
        error_messages={"required": gettext_lazy("Choose a day."), "invalid": NO_DAY},
    )
    start = ClockField(
        label=gettext_lazy("Begins"),
        error_messages={"required": gettext_lazy("Give the time of beginning."), "invalid": NO_CLOCK},
    )
    end = EndField(
        label=gettext_lazy("Ends"),
        error_messages={"required": gettext_lazy("Give the time of ending."), "invalid": NO_CLOCK},
    )
    last_day = DayField(
        label=gettext_lazy("Last day, when it lasts several"),
        required=False,
        error_messages={"invalid": NO_DAY},
    )
    site = forms.ModelChoiceField(
        label=gettext_lazy("Site"),
        queryset=Site.objects.none(),
        required=False,
        empty_label=gettext_lazy("Elsewhere, or online only"),
        error_messages=NO_CHOICE,
    )
    space = forms.ChoiceField(label=gettext_lazy("Space and furnishing"), required=False)
    place = line(gettext_lazy("Address, when it is elsewhere"))
    visited = forms.ModelChoiceField(
        label=gettext_lazy("Which agency is visited"),
        help_text=gettext_lazy(
            "For a stop of the tour: the page of the tour counts it. Empty for other events."
        ),
        queryset=Organisation.objects.none(),
        required=False,
        error_messages=NO_CHOICE,
    )
    places = number(gettext_lazy("Places on site"))
    virtual_places = number(
        gettext_lazy("Places online"), gettext_lazy("They are counted apart, and have their own queue.")
    )
    online_link = forms.CharField(
        label=gettext_lazy("Link to join online"),
        help_text=gettext_lazy("Only those who have a place see it."),
        required=False,
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    allocation = forms.ChoiceField(
        label=gettext_lazy("How places are given"),
        help_text=gettext_lazy("The page of the event tells the rule to everybody."),
        choices=Allocation.choices,
        widget=forms.RadioSelect(),
        error_messages=NO_CHOICE,
    )
    offer_hours = number(
        gettext_lazy("For how many hours a place that becomes free is held for the next"),
        gettext_lazy("0: she gets it at once and is told so."),
    )
    opens_at = MomentField(
        label=gettext_lazy("Registration opens"),
        help_text=gettext_lazy("Left empty: at once."),
        required=False,
    )
    closes_at = MomentField(
        label=gettext_lazy("Registration closes"),
        help_text=gettext_lazy("Left empty: when the event begins."),
        required=False,
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("For whom"),
        choices=Audience.choices,
        widget=forms.RadioSelect(),
        error_messages=NO_CHOICE,
    )
    audience_organisation = forms.ModelChoiceField(
        label=gettext_lazy("Which organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        error_messages=NO_CHOICE,
    )
    audience_circle = forms.ModelChoiceField(
        label=gettext_lazy("Which community"),
        help_text=gettext_lazy("One that you belong to."),
        queryset=Circle.objects.none(),
        required=False,
        error_messages=NO_CHOICE,
    )
    audience_role = forms.ChoiceField(
        label=gettext_lazy("Which role"), required=False, error_messages=NO_CHOICE
    )
    outside_link = forms.CharField(
        label=gettext_lazy("Where one registers when somebody else holds it"),
        help_text=gettext_lazy("Leave the places empty then."),
        required=False,
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    spoken = forms.MultipleChoiceField(
        label=gettext_lazy("In which languages it is held"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        error_messages=NO_CHOICE,
    )
    access = area(
        gettext_lazy("Accessibility and interpretation"),
        gettext_lazy(
            "Step-free way, induction loop, sign language: what is known, and what one can ask for."
        ),
    )
    is_recorded = forms.BooleanField(label=gettext_lazy("The event is recorded"), required=False)
    has_captions = forms.BooleanField(label=gettext_lazy("What is said has captions"), required=False)
    keep_answers_days = number(
        gettext_lazy("After how many days answers about diet and accessibility are deleted"), initial=14
    )
    dimensions = forms.MultipleChoiceField(
        label=gettext_lazy("Dimensions"),
        choices=Dimension.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        error_messages=NO_CHOICE,
    )
    tags = WordsField(
        label=gettext_lazy("Tags"),
        help_text=gettext_lazy("Words by which it is found, with commas between them."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    theme = forms.ModelChoiceField(
        label=gettext_lazy("Theme"), queryset=Theme.objects.none(), required=False, error_messages=NO_CHOICE
    )
    season = forms.ModelChoiceField(
        label=gettext_lazy("Season"), queryset=Season.objects.none(), required=False, error_messages=NO_CHOICE
    )
    series = forms.ModelChoiceField(
        label=gettext_lazy("Event series"),
        help_text=gettext_lazy(
            "One of which you hold an event. Without a theme of its own, the event gets that of the series."
        ),
        queryset=EventSeries.objects.none(),
        required=False,
        error_messages=NO_CHOICE,
    )
    key = KeyField()

    def __init__(
        self,
        *args: Any,
        sites: list[Site],
        choices: queries.Choices,
        event: Event | None = None,
        **kwargs: Any,
    ) -> None:
        """Know what can be chosen, and the event that is changed."""
        super().__init__(*args, **kwargs)
        self.event, self.sites = event, sites
        self.fields |= further_fields()
        for name, rows in choices.rows.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a field that chooses a row
        self.fields["site"].queryset = Site.objects.filter(pk__in=[site.pk for site in sites])  # type: ignore[attr-defined]  # as above
        self.fields["kind"].label_from_instance = lambda kind: capital(str(kind))  # type: ignore[attr-defined]  # as above
        self.fields["audience_role"].choices = [("", BLANK), *RoleKind.choices]  # type: ignore[attr-defined]  # it chooses
        self.fields["space"].choices = [("", _("No space of the site")), *queries.named(self.settings)]  # type: ignore[attr-defined]  # as above
        self.fields["space"].error_messages["invalid_choice"] = _(
            "Choose a space of this site. Its spaces are listed now."
        )

    @cached_property
    def chosen_site(self) -> Site | None:
        """The site that stands in the form."""
        given = str(getattr(self["site"].value(), "pk", self["site"].value()) or "")
        return next((site for site in self.sites if str(site.pk) == given), None)

    @cached_property
    def settings(self) -> list[queries.Setting]:
        """The spaces of that site, each with how it can be furnished."""
        return queries.settings_of(self.chosen_site, self.event) if self.chosen_site else []

    @property
    def zone(self) -> ZoneInfo:
        """By which clock its times are meant."""
        return self.chosen_site.zone if self.chosen_site else HELSINKI

    @property
    def more_open(self) -> bool:
        """Say whether something folded away is wrong."""
        return any(name in self.errors for name in MORE)

    @property
    def in_languages(self) -> list[tuple[str, str, list[Any]]]:
        """The words in further languages, each language by itself."""
        return by_language(self)

    @property
    def languages_open(self) -> bool:
        """Say whether there are words in further languages, or something is wrong with them."""
        fields = (field for _code, _name, fields in self.in_languages for field in fields)
        return any(field.value() or field.errors for field in fields)

    @property
    def dimensions_and_tags(self) -> list[Any]:
        """What the event is found by."""
        return [self[name] for name in ("dimensions", "tags", "theme", "season", "series")]

    def add_error(self, field: str | None, error: Any) -> None:
        """Say what is wrong with a furnishing where the furnishing is chosen."""
        super().add_error("space" if field == "layout" else field, error)

    def clean(self) -> dict[str, Any]:
        """Turn the hours of the wall clock into moments."""
        given = super().clean() or self.cleaned_data
        self._say_range(given)
        for name in ("opens_at", "closes_at"):
            if given.get(name):
                self._say(
                    name,
                    lambda written=given[name], name=name: said_by(self.zone, written, self._stood(name)),
                )
        return self.cleaned_data

    @property
    def wish(self) -> EventWish:
        """What the actions take."""
        given = self.cleaned_data
        setting = next((one for one in self.settings if one.value == given["space"]), None)
        kept = given["keep_answers_days"]
        return EventWish(
            start=given["start_at"], end=given["end_at"], space=setting.place.space if setting else None,
            layout=setting.place.layout if setting else None, places=given["places"] or 0,
            virtual_places=given["virtual_places"] or 0, offer_hours=given["offer_hours"] or 0,
            keep_answers_days=14 if kept is None else kept, spoken=tuple(given["spoken"]),
            dimensions=tuple(given["dimensions"]), tags=given["tags"], opens_at=given["opens_at"],
            closes_at=given["closes_at"], **further_words(given),
            **{name: given[name] for name in WORDS},
        )  # fmt: skip

    def _stood(self, name: str) -> datetime | None:
        return getattr(self.event, name) if self.event else None

    def _say_range(self, given: Mapping[str, Any]) -> None:
        day, start, end = given.get("day"), given.get("start"), given.get("end")
        last = given.get("last_day") or day
        if day is None or last is None or "day" in self.errors or "last_day" in self.errors:
            return
        if last < day:
            self.add_error("last_day", _("The end must be after the beginning."))
        if start is not None:
            written = datetime.combine(day, start)
            self._say("start_at", lambda: said_by(self.zone, written, self._stood("starts_at")), "start")
        if end is not None:
            self._say("end_at", lambda: self._end(last, end), "end")

    def _end(self, day: date, clock: time) -> datetime:
        written = datetime.combine(day + timedelta(days=1) if clock == MIDNIGHT else day, clock)
        stood = self._stood("ends_at")
        if stood and said_by(self.zone, written, stood) == stood:
            return stood
        return end_moment(day, clock, self.zone)

    def _say(self, name: str, read: Any, field: str = "") -> None:
        try:
            self.cleaned_data[name] = read()
        except ValueError:
            self.add_error(field or name, NO_SUCH_HOUR)
