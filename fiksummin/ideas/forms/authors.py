"""Who else is to write an idea, by their addresses."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.people.rules import MOST_INVITED
from fiksummin.ui.address_list import AddressesField
from fiksummin.ui.forms import KeyField


class AuthorsForm(forms.Form):
    """Invite to write along."""

    addresses = AddressesField(
        label=gettext_lazy("Invite to write along: e-mail addresses"), most=MOST_INVITED,
        help_text=gettext_lazy("One on each line, or separated by commas; from other organisations, too. Each gets a letter, and becomes an author if she likes. You are not told who uses the service already."),
    )  # fmt: skip
    key = KeyField()
