"""To whom something goes: an address that is never looked up, or an organisation."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.experiments.queries import Receiver
from fiksummin.people.models import Organisation
from fiksummin.ui.forms import BLANK

FEW = 5
"""Organisations that are proposed first."""


class ReceiverForm(forms.Form):
    """An address or an organisation; whether anybody here has the address is not told."""

    receiver = forms.EmailField(
        label=gettext_lazy("To whom: an e-mail address"), required=False, max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("She gets a letter. You are not told whether she uses the service already."),
    )  # fmt: skip
    unit = forms.TypedChoiceField(
        label=gettext_lazy("Or to a whole organisation"), required=False, coerce=int, empty_value=None,
        help_text=gettext_lazy("Anybody who works there may take it."),
    )  # fmt: skip
    is_needed = True

    def __init__(
        self, *args: Any, units: Sequence[Organisation] = (), been: Collection[int] = (), **kwargs: Any
    ) -> None:
        """Offer the organisations as they come; those where it has not ``been`` and that are seldom reached first."""
        super().__init__(*args, **kwargs)
        self.units = {unit.pk: unit for unit in units}
        new = [unit for unit in units if unit.pk not in been][:FEW]
        others = sorted((unit for unit in units if unit not in new), key=lambda unit: unit.name)
        unit: Any = self.fields["unit"]
        unit.choices = [
            ("", BLANK),
            (_("Where batons seldom go"), [(one.pk, one.name) for one in new]),
            (_("Others"), [(one.pk, one.name) for one in others]),
        ]
        for name in ("receiver", "unit"):
            setattr(self.fields[name], "is_owed", self.is_needed)  # noqa: B010 -- one of the two

    def clean(self) -> dict[str, Any]:
        """Take one of the two."""
        given = super().clean() or {}
        if {"receiver", "unit"} & set(self.errors):
            return given
        if given.get("receiver") and given.get("unit"):
            self.add_error(
                "unit", ValidationError(_("Choose one of the two: an address or an organisation."))
            )
        elif self.is_needed and not (given.get("receiver") or given.get("unit")):
            self.add_error("receiver", ValidationError(_("Give an address, or choose an organisation.")))
        return given

    @property
    def chosen(self) -> Receiver | None:
        """Give to whom it goes; an address in small letters."""
        address, unit = self.cleaned_data.get("receiver", ""), self.cleaned_data.get("unit")
        return self.units.get(unit) if unit else address.lower() or None

    @property
    def given(self) -> Receiver:
        """Give to whom it goes, where that is needed."""
        chosen = self.chosen
        assert chosen is not None  # noqa: S101 -- it was asked for
        return chosen
