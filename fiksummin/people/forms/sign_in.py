"""Signing in: an address, then a code."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.core.internal.httpkit import headed_redirect_response
from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from fiksummin.people.codes import CodeSignIn

LONGEST_ADDRESS = 254
CODE = {
    "autocomplete": "one-time-code",
    "autocapitalize": "characters",
    "spellcheck": "false",
}


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth has no types
    """An address to send a code to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Word the label ourselves."""
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address at work")
        self.fields["login"].widget = forms.EmailInput({"autocomplete": "email"})

    def clean_login(self) -> str:
        """Refuse what no letter would reach."""
        address: str = super().clean_login()
        if len(address) > LONGEST_ADDRESS:
            raise forms.ValidationError(
                _("The address is too long: at most %(most)d characters.") % {"most": LONGEST_ADDRESS}
            )
        return address

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Send the code, and go on to the page that asks for it."""
        CodeSignIn.begin(request, self.cleaned_data["login"].lower(), self.user)
        query = {"next": redirect_url} if redirect_url else None
        answer: HttpResponse = headed_redirect_response("account_confirm_login_code", query=query)
        return answer


class CodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """The code from the letter; may be pasted, with or without its dash."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Word the label ourselves."""
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from the letter")
        self.fields["code"].widget = forms.TextInput(CODE)


class AgainForm(forms.Form):
    """A code that confirms that the reader is still she who signed in."""

    code = forms.CharField(label=_("Code from the letter"), max_length=40, widget=forms.TextInput(CODE))
