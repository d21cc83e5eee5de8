"""What an agency gives that invites the lab, what those who run it answer with, and whom to visit next."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from fiksummin.core.time import HELSINKI, end_moment, moment
from fiksummin.events.choices import Audience
from fiksummin.events.models import EventKind, Invitation, Season
from fiksummin.events.queries.wishes import EventWish, InvitationWish
from fiksummin.events.rules.inviting import LENGTHS
from fiksummin.people.choices import Language
from fiksummin.ui.forms import ClockField, DayField, EndField, KeyField

TOUR = "tour-stop"
"""The kind that is proposed for a stop of the tour."""


def _number(label: Any, **words: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Give the number of people in digits, for example 3."),
            "invalid": gettext_lazy("Give the number of people in digits, for example 3."),
        },
        **words,
    )


class InvitationForm(forms.Form):
    """What the agency would like to talk about, with whom and when."""

    topic = forms.CharField(
        label=gettext_lazy("What would you like to talk about?"),
        error_messages={"required": gettext_lazy("Say what you would like to talk about.")},
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": LENGTHS["topic"]}),
    )
    audience = forms.CharField(
        label=gettext_lazy("Who would come?"),
        help_text=gettext_lazy("For example the whole agency, its managers, or one unit."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": LENGTHS["audience"]}),
    )
    people = _number(gettext_lazy("How many people?"), help_text=gettext_lazy("About."))
    dates = forms.CharField(
        label=gettext_lazy("When would it suit you?"),
        help_text=gettext_lazy("Several days or weeks, in your own words. The time is agreed with you."),
        error_messages={"required": gettext_lazy("Say when it would suit you.")},
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": LENGTHS["dates"]}),
    )
    text = forms.CharField(
        label=gettext_lazy("Anything else"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "maxlength": LENGTHS["text"]}),
    )
    key = KeyField()

    def wish(self) -> InvitationWish:
        """Give what the action takes."""
        return InvitationWish(**{name: self.cleaned_data[name] for name in (*LENGTHS, "people")})


class StopForm(forms.Form):
    """The stop of the tour: an event in one act, from what the agency wished."""

    title = forms.CharField(
        label=pgettext_lazy("of an event", "Title"),
        error_messages={"required": gettext_lazy("Give the event a title.")},
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": 150}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language these words are"),
        help_text=gettext_lazy("Those who register are asked in it, too."),
        choices=Language.choices,
        error_messages={"invalid_choice": gettext_lazy("Choose one of those given.")},
    )
    kind: Any = forms.ModelChoiceField(
        label=gettext_lazy("Kind of event"),
        queryset=EventKind.objects.filter(retired_at=None),
        to_field_name="slug",
        empty_label=None,
        initial=TOUR,
        error_messages={
            "required": gettext_lazy("Choose the kind of event."),
            "invalid_choice": gettext_lazy("Choose the kind of event."),
        },
    )
    day = DayField(
        label=gettext_lazy("Day"),
        error_messages={
            "required": gettext_lazy("Give the day, for example 24.11.2026."),
            "invalid": gettext_lazy("Give the day, for example 24.11.2026."),
        },
    )
    start = ClockField(
        label=gettext_lazy("Begins"),
        initial=time(9),
        error_messages={
            "required": gettext_lazy("Give the time, for example 9.30."),
            "invalid": gettext_lazy("Give the time, for example 9.30."),
        },
    )
    end = EndField(
        label=gettext_lazy("Ends"),
        initial=time(12),
        error_messages={
            "required": gettext_lazy("Give the time, for example 9.30."),
            "invalid": gettext_lazy("Give the time, for example 9.30."),
        },
    )
    place = forms.CharField(
        label=gettext_lazy("Where"),
        help_text=gettext_lazy("The address at the agency."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": 200}),
    )
    places = _number(gettext_lazy("Places on site"))
    virtual_places = _number(gettext_lazy("Places online"), initial=0)
    audience = forms.ChoiceField(
        label=gettext_lazy("For whom"),
        choices=[
            (Audience.ORGANISATION, gettext_lazy("people of the agency")),
            (Audience.MEMBERS, Audience.MEMBERS.label),
            (Audience.PUBLIC, Audience.PUBLIC.label),
        ],
        error_messages={
            "required": gettext_lazy("Choose for whom it is."),
            "invalid_choice": gettext_lazy("Choose for whom it is."),
        },
    )
    publish = forms.BooleanField(
        label=gettext_lazy("Publish at once"),
        help_text=gettext_lazy("Otherwise it is a draft that only its organisers see."),
        required=False,
        initial=True,
    )
    key = KeyField()

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        """Begin from what the agency wished."""
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.initial = {
            **self.initial,
            "title": invitation.topic[:150],
            "language": invitation.made_by.language if invitation.made_by else Language.FI,
            "place": invitation.organisation.name,
            "places": invitation.people,
        }

    def clean(self) -> dict[str, Any]:
        """Read the times by the Finnish clock; an hour that summer time skips is none."""
        given = self.cleaned_data
        try:
            if {"day", "start", "end"} <= set(given):
                given["starts_at"] = moment(given["day"], given["start"], HELSINKI)
                given["ends_at"] = end_moment(given["day"], given["end"], HELSINKI)
        except ValueError:
            self.add_error("start", _("There is no such time on that day: the clocks go forward."))
        return given

    def wish(self) -> EventWish:
        """Give what the action takes."""
        given = self.cleaned_data
        own = given["audience"] == Audience.ORGANISATION
        return EventWish(
            kind=given["kind"], title=given["title"], language=given["language"], place=given["place"], places=given["places"],
            virtual_places=given["virtual_places"], audience=given["audience"],
            audience_organisation=self.invitation.organisation if own else None,
            start=given["starts_at"], end=given["ends_at"],
        )  # fmt: skip


class TargetForm(forms.Form):
    """Whom to visit, and why."""

    name = forms.CharField(
        label=gettext_lazy("Whom to visit"),
        error_messages={"required": gettext_lazy("Say whom to visit.")},
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": 150}),
    )
    why = forms.CharField(
        label=gettext_lazy("What we could learn there"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": 500}),
    )
    season: Any = forms.ModelChoiceField(
        label=gettext_lazy("Season"),
        queryset=Season.objects.all(),
        required=False,
        empty_label=gettext_lazy("Any season"),
        error_messages={"invalid_choice": gettext_lazy("There is no such season.")},
    )
    key = KeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for a season only where there are some."""
        super().__init__(*args, **kwargs)
        if not self.fields["season"].queryset.exists():  # type: ignore[attr-defined]  # a field of a model
            del self.fields["season"]

    def words(self) -> dict[str, Any]:
        """Give what the actions take."""
        given = self.cleaned_data
        return {"name": given["name"], "why": given["why"], "season": given.get("season")}
