"""A baton, and to whom it goes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.experiments.forms.fields import ReceiverForm
from fiksummin.experiments.queries import BatonWish, Receiver
from fiksummin.experiments.rules.batons import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_AT_ONCE,
    MOST_BRANCHES,
    MOST_HOLD_DAYS,
)
from fiksummin.people.models import Organisation
from fiksummin.ui.address_list import AddressesField
from fiksummin.ui.forms import KeyField


class HandOverForm(ReceiverForm):
    """To whom a baton goes next; after a try also to more than one, each of whom gets a baton of her own."""

    more = AddressesField(
        label=gettext_lazy("And to others, by their e-mail addresses"), required=False, most=MOST_BRANCHES,
        help_text=gettext_lazy("Up to four more: the baton branches, and each gets one of her own."),
    )  # fmt: skip
    key = KeyField()


class ThrowForm(forms.Form):
    """What a baton asks of its holders."""

    title = forms.CharField(label=gettext_lazy("Name of the baton"), max_length=LONGEST_TITLE)
    text = forms.CharField(
        label=gettext_lazy("What the holder is to do"), max_length=LONGEST_TEXT, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("Without words of yours: try something that is new to you, and tell."),
    )  # fmt: skip
    hold_days = forms.IntegerField(
        label=gettext_lazy("Days for each holder"), initial=14, min_value=1, max_value=MOST_HOLD_DAYS
    )
    key = KeyField()

    def wish(self) -> BatonWish:
        """Give the baton as the action takes it."""
        given = self.cleaned_data
        return BatonWish(title=given["title"], text=given["text"], hold_days=given["hold_days"])


class BatonForm(ThrowForm, ReceiverForm):
    """A baton as it is thrown."""

    field_order = ("title", "text", "receiver", "unit", "hold_days")


class ThrowManyForm(ThrowForm):
    """The batons of a campaign, thrown at once: one for each address and each organisation."""

    addresses = AddressesField(
        label=gettext_lazy("E-mail addresses"), required=False, most=MOST_AT_ONCE,
        help_text=gettext_lazy("One on each line, or separated by commas. Each gets a letter and a baton of her own."),
    )  # fmt: skip
    units = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Organisations"), required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple(),
        help_text=gettext_lazy("Anybody who works there may take it. Where batons seldom go comes first."),
    )  # fmt: skip
    field_order = ("title", "text", "hold_days", "addresses", "units")

    def __init__(self, *args: Any, units: Sequence[Organisation], **kwargs: Any) -> None:
        """Offer the organisations as they come."""
        super().__init__(*args, **kwargs)
        self.bodies = {unit.pk: unit for unit in units}
        choices: Any = self.fields["units"]
        choices.choices = [(unit.pk, unit.name) for unit in units]
        for name in ("addresses", "units"):
            setattr(self.fields[name], "is_owed", True)  # noqa: B010 -- one of the two

    def clean(self) -> dict[str, Any]:
        """Want one receiver at least."""
        given = super().clean() or {}
        if not self.errors and not (given.get("addresses") or given.get("units")):
            self.add_error("addresses", _("Give an address, or choose an organisation."))
        return given

    @property
    def receivers(self) -> list[Receiver]:
        """Give all who get a baton."""
        given = self.cleaned_data
        return [*given["addresses"], *(self.bodies[pk] for pk in given["units"])]
