"""What those who hold events and those who run the lab give: series, templates, kinds, themes, seasons."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms import formset_factory
from django.utils.translation import gettext_lazy

from fiksummin.core.time import MIDNIGHT
from fiksummin.events.choices import Allocation, AnswerKind, Audience, Purpose, Sensitivity
from fiksummin.events.forms.asked import IdeasField
from fiksummin.events.forms.fields import AddressesField, area, line, number
from fiksummin.events.models import Theme
from fiksummin.events.queries.keeping import KindAsks, KindWish, SeasonWish, SeriesWish, ThemePlan, ThemeWish
from fiksummin.events.rules.details import MOST_ROWS
from fiksummin.people.models import Person
from fiksummin.spaces.choices import Frequency
from fiksummin.spaces.queries import MOST_DATES, Recurrence
from fiksummin.ui.forms import DayField, KeyField
from fiksummin.ui.tongues import in_tongues

NO_CHOICE = {"invalid_choice": gettext_lazy("Choose one of those given.")}
NO_DAY = {
    "required": gettext_lazy("Choose a day."),
    "invalid": gettext_lazy("Give the day as day, month and year, for example 24.11.2026."),
}


class DatesField(forms.Field):
    """Dates that were chosen from a list; what is no date is not chosen."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: Any) -> list[date]:
        """Read the dates."""
        found = []
        for given in list(value or [])[:MOST_DATES]:
            try:
                found.append(date.fromisoformat(str(given)))
            except ValueError:
                continue
        return found


class RepeatForm(forms.Form):
    """How often an event is held again."""

    frequency = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=Frequency.choices,
        initial=Frequency.WEEKLY,
        error_messages=NO_CHOICE,
    )
    interval = forms.IntegerField(
        label=gettext_lazy("Interval"),
        help_text=gettext_lazy("2 means every other time, for example every other week."),
        initial=1, min_value=1, max_value=52,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    until = DayField(label=gettext_lazy("Until"), required=False, error_messages=NO_DAY)
    count = forms.IntegerField(
        label=gettext_lazy("Or how many times more"), required=False, min_value=1, max_value=52,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    dates = DatesField(required=False)
    key = KeyField()

    def rule(self, first: date) -> Recurrence:
        """Give the rule that begins with the event there is."""
        given = self.cleaned_data
        count = None if given["until"] else (given["count"] or 4) + 1
        return Recurrence(
            given["frequency"],
            first,
            MIDNIGHT,
            MIDNIGHT,
            given["interval"],
            until=given["until"],
            count=count,
        )


class TemplateForm(forms.Form):
    """An event as a pattern."""

    name = line(gettext_lazy("Name of the template"))
    is_for_all = forms.BooleanField(
        label=gettext_lazy("For everybody who plans events"),
        help_text=gettext_lazy(
            "Those who run the lab can give a template to everybody. All see its words then."
        ),
        required=False,
    )


class KindForm(forms.Form):
    """A kind of event and what it proposes."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 80)
    minutes = forms.IntegerField(label=gettext_lazy("How many minutes it lasts"), initial=60, min_value=0)
    places = number(gettext_lazy("Places on site"))
    virtual_places = number(gettext_lazy("Places online"))
    keep_answers_days = number(
        gettext_lazy("After how many days answers about diet and accessibility are deleted"), initial=14
    )
    allocation = forms.ChoiceField(label=gettext_lazy("How places are given"), choices=Allocation.choices)
    audience = forms.ChoiceField(
        label=gettext_lazy("For whom"), choices=Audience.choices, initial=Audience.MEMBERS
    )
    is_external = forms.BooleanField(label=gettext_lazy("Somebody else holds it, elsewhere"), required=False)
    purpose = forms.ChoiceField(
        label=gettext_lazy("For what else it counts"),
        choices=Purpose.choices,
        required=False,
        error_messages=NO_CHOICE,
    )
    position = number(gettext_lazy("Place in the list"), initial=0)
    is_retired = forms.BooleanField(
        label=gettext_lazy("Not in use any more"),
        help_text=gettext_lazy("New events cannot have it; those that have it keep it."),
        required=False,
    )

    @property
    def wish(self) -> KindWish:
        """What the action takes."""
        given = self.cleaned_data
        numbers = {name: given[name] or 0 for name in ("places", "virtual_places", "position")}
        kept = given["keep_answers_days"]
        numbers["keep_answers_days"] = 14 if kept is None else kept
        return KindWish(**{**given, **numbers})


class KindQuestionRow(forms.Form):
    """A question that events of a kind ask, in up to three languages."""

    text_fi, text_sv, text_en = in_tongues(gettext_lazy("Question"), 300)
    why_fi, why_sv, why_en = in_tongues(gettext_lazy("Why it is asked,"), 300)
    answer = forms.ChoiceField(
        label=gettext_lazy("How it is answered"),
        choices=[each for each in AnswerKind.choices if each[0] != AnswerKind.CHOICE],
        error_messages=NO_CHOICE,
    )
    sensitivity = forms.ChoiceField(
        label=gettext_lazy("What it is about"),
        help_text=gettext_lazy("Answers about diet and accessibility are deleted soon after the event."),
        choices=Sensitivity.choices,
        error_messages=NO_CHOICE,
    )
    is_required = forms.BooleanField(label=gettext_lazy("It must be answered"), required=False)

    @property
    def row(self) -> KindAsks:
        """What the action takes."""
        return KindAsks(**{name: self.cleaned_data[name] for name in self.base_fields})


KindQuestionRows = formset_factory(
    KindQuestionRow,
    extra=1,
    can_delete=True,
    max_num=MOST_ROWS,
    validate_max=True,
    absolute_max=MOST_ROWS + 1,
)


class ThemeForm(forms.Form):
    """A theme and what it is about."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 120)
    about_fi, about_sv, about_en = in_tongues(gettext_lazy("What it is about,"), 2000, lines=3)

    @property
    def wish(self) -> ThemeWish:
        """What the action takes."""
        return ThemeWish(**self.cleaned_data)


class SeriesForm(forms.Form):
    """A series of events: its name, what it is about, and the theme that its events share."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 150)
    about_fi, about_sv, about_en = in_tongues(gettext_lazy("What it is about,"), 2000, lines=5)
    theme = forms.ModelChoiceField(
        label=gettext_lazy("Theme"),
        help_text=gettext_lazy("Events of the series that have no theme of their own get it."),
        queryset=Theme.objects.none(),
        required=False,
        error_messages=NO_CHOICE,
    )

    def __init__(self, *args: Any, themes: QuerySet[Theme], **kwargs: Any) -> None:
        """Know the themes that she may hear of."""
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes  # type: ignore[attr-defined]  # a field that chooses a row

    @property
    def wish(self) -> SeriesWish:
        """What the action takes."""
        return SeriesWish(**self.cleaned_data)


class SeasonForm(forms.Form):
    """A season; both days are included."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 120)
    starts_on = DayField(label=gettext_lazy("First day"), error_messages=NO_DAY)
    ends_on = DayField(label=gettext_lazy("Last day"), error_messages=NO_DAY)

    @property
    def wish(self) -> SeasonWish:
        """What the action takes."""
        return SeasonWish(**self.cleaned_data)


class PlannedThemeForm(forms.Form):
    """A theme in the plan of a season."""

    theme = forms.ModelChoiceField(
        label=gettext_lazy("Theme"),
        queryset=Theme.objects.all(),
        error_messages={**NO_CHOICE, "required": gettext_lazy("Choose a theme.")},
    )
    owner = AddressesField(
        label=gettext_lazy("Who looks after the theme"),
        help_text=gettext_lazy("One e-mail address. Left empty, whoever looks after it now goes on."),
    )
    ideas = IdeasField(
        label=gettext_lazy("Ideas that asked for it"),
        help_text=gettext_lazy(
            "The addresses of their pages, one on each line. Those who have a part in an idea or follow it hear of it once, and members see the theme in the season."
        ),
    )
    wish = area(
        gettext_lazy("What else asked for it"),
        gettext_lazy("In your own words, for example a wish in the feedback. Members read it."),
        rows=2,
    )

    def __init__(self, *args: Any, reader: Person | None = None, **kwargs: Any) -> None:
        """Know who plans: an idea that she may not see is not there."""
        super().__init__(*args, **kwargs)
        self.fields["ideas"].reader = reader  # type: ignore[attr-defined]  # the field above

    @property
    def row(self) -> ThemePlan:
        """What the action takes."""
        given = self.cleaned_data
        return ThemePlan(given["theme"], next(iter(given["owner"]), None), given["wish"], given["ideas"])


SeasonRows = formset_factory(
    PlannedThemeForm,
    extra=1,
    can_delete=True,
    max_num=MOST_ROWS,
    validate_max=True,
    absolute_max=MOST_ROWS + 1,
)
