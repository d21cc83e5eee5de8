"""What people say of themselves, and tokens for their programs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fiksummin.people.actions.accounts import LONGEST_NAME
from fiksummin.people.choices import Language, Scope
from fiksummin.ui.forms import DayField


class ProfileForm(forms.Form):
    """Name, language and the three kinds of mail."""

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, widget=forms.TextInput({"autocomplete": "name"})
    )
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=Language.choices, widget=forms.RadioSelect
    )
    mail_about_me = forms.BooleanField(
        label=_("About me"),
        help_text=_("Confirmations, changes and answers to what you have asked"),
        required=False,
    )
    mail_follow = forms.BooleanField(
        label=_("What I follow"), help_text=_("News of what you take part in"), required=False
    )
    mail_weekly = forms.BooleanField(
        label=_("The weekly letter"), help_text=_("What is on, once a week"), required=False
    )


class AddressForm(forms.Form):
    """A new address to sign in with."""

    email = forms.EmailField(
        label=_("New e-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": _("Write the address like this: name@agency.example.")},
    )


class TokenForm(forms.Form):
    """A token for a program."""

    name = forms.CharField(label=_("What the token is for"), max_length=80)
    scope = forms.ChoiceField(
        label=_("What it may do"), choices=Scope.choices, initial=Scope.READ, widget=forms.RadioSelect
    )
    until = DayField(label=_("Last day"), help_text=_("A year from now at most"), required=False)


class ErasureForm(forms.Form):
    """Typing one's own address says that it is meant."""

    email = forms.CharField(
        label=_("Type your e-mail address to confirm"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, expected: str, **kwargs: Any) -> None:
        """Know the address that has to be typed."""
        super().__init__(*args, **kwargs)
        self.expected = expected

    def clean_email(self) -> str:
        """Refuse any other address."""
        typed: str = self.cleaned_data["email"]
        if typed.strip().lower() != self.expected:
            raise forms.ValidationError(_("This is not the address of your account."))
        return typed
