"""Fields of a booking: numbers of spaces, addresses of people."""

import re
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from fiksummin.spaces.actions.bookings import MOST_MEMBERS

LONGEST_ADDRESS = 254
MOST_SPACES = 20
"""Spaces in one booking."""


class IdsField(forms.Field):
    """Numbers of things, each at most once, in the order given; what is no number is nothing known."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: Any) -> list[int]:
        """Read the numbers; left-out choices ("") are none. Raises ValidationError."""
        given = [str(one) for one in value or [] if str(one)]
        if len(given) > MOST_SPACES or not all(re.fullmatch(r"\d{1,9}", one) for one in given):
            raise forms.ValidationError(_("There is no such space at this site."))
        return list(dict.fromkeys(int(one) for one in given))


class AddressesField(forms.CharField):
    """E-mail addresses, separated as one likes. Whether anybody here has them is not looked up."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer a few lines."""
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 2, "autocapitalize": "off", "spellcheck": "false"}), **kwargs
        )

    def clean(self, value: Any) -> list[str]:
        """Give the addresses in small letters, each once. Raises ValidationError."""
        given = [one for one in re.split(r"[\s,;]+", super().clean(value).lower()) if one]
        if len(given) > MOST_MEMBERS:
            raise forms.ValidationError(
                _("At most %(most)d people hold a booking together.") % {"most": MOST_MEMBERS}
            )
        for address in given:
            validate_email(address)
            if len(address) > LONGEST_ADDRESS:
                raise forms.ValidationError(_("An address is too long."))
        return list(dict.fromkeys(given))
