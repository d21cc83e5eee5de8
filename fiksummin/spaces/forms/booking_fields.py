"""Fields of a booking: numbers of spaces, addresses of people."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from fiksummin.spaces.actions.bookings import MOST_MEMBERS
from fiksummin.ui.address_list import AddressesField as AddressList

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


class AddressesField(AddressList):
    """Those who are to hold a booking together."""

    def __init__(self, **kwargs: Any) -> None:
        """Take as many as hold one booking."""
        super().__init__(most=MOST_MEMBERS, **kwargs)

    def too_many(self) -> str:
        """Say how many hold one booking."""
        return _("At most %(most)d people hold a booking together.") % {"most": self.most}
