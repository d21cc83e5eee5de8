"""A field for several e-mail addresses."""

import re
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _

LONGEST_ADDRESS = 254


class AddressesField(forms.CharField):
    """E-mail addresses, separated as one likes. Whether anybody here has them is not looked up."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        """Offer a few lines, for at most so many addresses."""
        self.most = most
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 2, "autocapitalize": "off", "spellcheck": "false"}), **kwargs
        )

    def clean(self, value: Any) -> list[str]:
        """Give the addresses in small letters, each once. Raises ValidationError."""
        given = [one for one in re.split(r"[\s,;]+", super().clean(value).lower()) if one]
        if len(given) > self.most:
            raise forms.ValidationError(self.too_many())
        for address in given:
            validate_email(address)
            if len(address) > LONGEST_ADDRESS:
                raise forms.ValidationError(_("An address is too long."))
        return list(dict.fromkeys(given))

    def too_many(self) -> str:
        """Say that these are too many."""
        return _("Give at most %(most)d addresses.") % {"most": self.most}
