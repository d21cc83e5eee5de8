"""Whom to invite, and how a guest introduces herself."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.core.time import today
from fiksummin.people.actions.accounts import LONGEST_NAME
from fiksummin.people.choices import Language, places
from fiksummin.ui.forms import DayField, KeyField

ORDINARY_STAY = timedelta(days=30)


class InvitationForm(forms.Form):
    """A guest, where she may come, and until when."""

    email = forms.EmailField(
        label=_("E-mail address of the guest"), widget=forms.EmailInput({"autocomplete": "off"})
    )
    name = forms.CharField(label=_("Name of the guest"), max_length=LONGEST_NAME, required=False)
    language = forms.ChoiceField(
        label=_("Language of the invitation"), choices=Language.choices, widget=forms.RadioSelect
    )
    place = forms.ChoiceField(label=_("Where to"), required=False)
    guest_until = DayField(label=_("Last day"), help_text=_("90 days from now at most"))
    purpose = forms.CharField(label=_("What for"), max_length=300, required=False)
    key = KeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """List the places of the moment."""
        super().__init__(*args, **kwargs)
        every = pgettext_lazy("place", "every site")
        self.fields["place"].choices = [("", every), *places().items()]  # type: ignore[attr-defined]  # a choice field
        self.fields["guest_until"].initial = today() + ORDINARY_STAY


class AcceptanceForm(forms.Form):
    """The name that others see, and the language."""

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, widget=forms.TextInput({"autocomplete": "name"})
    )
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices, widget=forms.RadioSelect)
