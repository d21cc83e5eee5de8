"""What a site manager gives about a space: what it is made of, how it is furnished, who may book it."""

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.spaces import queries
from fiksummin.spaces.choices import (
    Approval,
    CellKind,
    Confidentiality,
    Feature,
    LayoutKind,
    SpaceKind,
    ZoneKind,
)
from fiksummin.spaces.models import Cell, Layout, Policy, Site, Space, Zone
from fiksummin.spaces.rules.spaces import LONGEST_CHANGE
from fiksummin.ui.tongues import in_tongues

PLAN = ("plan_x", "plan_y", "plan_width", "plan_height")
MOST_ROWS = 20
NOT_CHOSEN = ("", "–")
"""The choice of the last, empty row, which is not looked at as long as nothing is chosen there."""


def minutes_field(
    label: Any, hint: Any = "", *, most: int = LONGEST_CHANGE, initial: int = 0
) -> forms.IntegerField:
    """Ask for minutes."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=most,
        initial=initial,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0}),
    )


def number_field(
    label: Any, hint: Any = "", *, least: int = 1, most: int = 10_000, **how: Any
) -> forms.IntegerField:
    """Ask for a number."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": least}),
        **how,
    )


def features_field() -> forms.MultipleChoiceField:
    """Ask what there is."""
    return forms.MultipleChoiceField(
        label=gettext_lazy("What there is"),
        choices=Feature.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class CellsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # takes none when it runs
    """Parts by their labels; seats, which have numbers only, by their kind too."""

    def label_from_instance(self, obj: Cell) -> str:
        """Name a cell."""
        return obj.label if obj.kind == CellKind.PART else f"{CellKind.SEAT.label} {obj.label}"


class SpaceForm(forms.Form):
    """A space: the parts it is made of, what it is, under which rules it is booked."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 120, required=True)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of space"), choices=SpaceKind.choices)
    description_fi, description_sv, description_en = in_tongues(gettext_lazy("Description"), 2000, lines=3)
    new_parts = forms.CharField(
        label=gettext_lazy("New parts"),
        help_text=gettext_lazy(
            "Labels of parts of the room that are not in the list yet, one on each line."
            " A room that is never divided is one part."
        ),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    cells = CellsField(
        Cell.objects.none(),
        label=gettext_lazy("Parts and seats it is made of"),
        help_text=gettext_lazy("Spaces that share a part are never booked at the same time."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seats = number_field(
        gettext_lazy("Seats"), gettext_lazy("As it stands, without a furnishing of its own."), most=5000
    )
    zone = forms.ModelChoiceField(
        Zone.objects.none(), label=gettext_lazy("Zone"), required=False, empty_label=gettext_lazy("None")
    )
    policy = forms.ModelChoiceField(
        Policy.objects.none(),
        label=gettext_lazy("Rules of booking"),
        error_messages={"required": gettext_lazy("Choose the rules of booking.")},
    )
    features = features_field()
    confidentiality = forms.ChoiceField(
        label=gettext_lazy("What may be spoken of here"), choices=Confidentiality.choices
    )
    buffer_minutes = minutes_field(
        gettext_lazy("Minutes kept free after each booking"), gettext_lazy("For cleaning and airing.")
    )
    mailbox = forms.EmailField(
        label=gettext_lazy("Mailbox of the space"),
        help_text=gettext_lazy(
            "Whoever invites this address to a meeting books the space by the same rules."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        required=False,
        max_length=254,
    )
    plan_x = number_field(gettext_lazy("On the plan: from the left"), least=0, most=1000, required=False)
    plan_y = number_field(gettext_lazy("On the plan: from the top"), least=0, most=1000, required=False)
    plan_width = number_field(gettext_lazy("On the plan: width"), most=1000, required=False)
    plan_height = number_field(gettext_lazy("On the plan: height"), most=1000, required=False)
    position = number_field(gettext_lazy("Place in the list"), least=0, most=1000, initial=0)

    def __init__(self, *args: Any, site: Site, space: Space | None = None, **kwargs: Any) -> None:
        """Offer what the site has; know the space that is changed."""
        super().__init__(*args, **kwargs)
        self.site, self.space = site, space
        for name, rows in (
            ("cells", queries.cells_to_choose(site)),
            ("zone", Zone.objects.filter(site=site)),
            ("policy", Policy.objects.filter(site=site)),
        ):
            field: Any = self.fields[name]
            field.queryset = rows

    def clean_mailbox(self) -> str | None:
        """Give the address in small letters, None when there is none."""
        return self.cleaned_data["mailbox"].lower() or None

    def clean(self) -> dict[str, Any]:
        """Have the place on the plan whole, or not at all."""
        given = super().clean() or self.cleaned_data
        said = [name for name in PLAN if given.get(name) is not None]
        if said and len(said) < len(PLAN):
            missing = next(name for name in PLAN if name not in said)
            self.add_error(missing, _("Give all four numbers of the plan, or none."))
        return given

    @property
    def labels(self) -> list[str]:
        """The labels of new parts."""
        return [line.strip() for line in self.cleaned_data["new_parts"].splitlines() if line.strip()]

    def whole(self) -> list[Cell]:
        """All it will be made of that is there already: what was chosen, and parts named once more as new."""
        named = queries.cells_to_choose(self.site).filter(kind=CellKind.PART, label__in=self.labels)
        return list(dict.fromkeys([*self.cleaned_data["cells"], *named]))

    @property
    def particulars(self) -> dict[str, Any]:
        """The fields of Space."""
        given = self.cleaned_data
        return {name: value for name, value in given.items() if name not in {"cells", "new_parts"}}


class LayoutForm(forms.Form):
    """A way to furnish a space."""

    kind = forms.ChoiceField(label=gettext_lazy("Furnishing"), choices=[NOT_CHOSEN, *LayoutKind.choices])
    seats = number_field(gettext_lazy("Seats"), most=5000)
    setup_minutes = minutes_field(
        gettext_lazy("Minutes to set it up"), gettext_lazy("From any other furnishing, unless said below.")
    )
    is_usual = forms.BooleanField(
        label=gettext_lazy("The usual one: how the space stands when nobody asked for another"),
        required=False,
    )
    furniture_fi, furniture_sv, furniture_en = in_tongues(gettext_lazy("Furniture"), 400)
    features = features_field()


LayoutRows = formset_factory(
    LayoutForm, extra=1, can_delete=True, max_num=MOST_ROWS, validate_max=True, absolute_max=MOST_ROWS + 1
)


class ZoneForm(forms.Form):
    """A part of a site with a custom of its own."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=gettext_lazy("Custom"), choices=[NOT_CHOSEN, *ZoneKind.choices])
    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 80, required=True)


ZoneRows = formset_factory(
    ZoneForm, extra=1, can_delete=True, max_num=MOST_ROWS, validate_max=True, absolute_max=MOST_ROWS + 1
)


class PolicyForm(forms.Form):
    """The rules under which spaces are booked."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 120, required=True)
    for_state = forms.BooleanField(
        label=gettext_lazy("State employees may book"), required=False, initial=True
    )
    for_partners = forms.BooleanField(label=gettext_lazy("Partners may book"), required=False, initial=True)
    for_guests = forms.BooleanField(label=gettext_lazy("Guests may book"), required=False)
    days_ahead = number_field(gettext_lazy("How many days ahead"), most=730, initial=90)
    notice_minutes = minutes_field(
        gettext_lazy("Minutes before the beginning by which one must book"), most=40320
    )
    shortest_minutes = number_field(gettext_lazy("Shortest booking, minutes"), least=5, most=1440, initial=15)
    longest_minutes = number_field(gettext_lazy("Longest booking, minutes"), least=5, most=1440, initial=780)
    ahead_per_person = number_field(gettext_lazy("Coming bookings a person may have"), most=1000, initial=60)
    ahead_per_organisation = number_field(
        gettext_lazy("Coming bookings an organisation may have"), most=10_000, initial=1000
    )
    approval = forms.ChoiceField(label=gettext_lazy("Approval"), choices=Approval.choices)
    answer_hours = number_field(gettext_lazy("Hours within which a host answers"), most=720, initial=48)
    grace_minutes = minutes_field(
        gettext_lazy("Minutes of waiting for those who booked"),
        gettext_lazy("Then the rest of the time is given to others. 0: nobody needs to check in."),
        most=240,
    )


def begins(row: Space | Policy | Layout | Zone, form: type[forms.Form]) -> dict[str, Any]:
    """Give what the form of a row begins from."""
    return {
        name: getattr(row, name)
        for name in form.base_fields
        if name not in {"new_parts", "cells", "DELETE"} and hasattr(row, name)
    }
