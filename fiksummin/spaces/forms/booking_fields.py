"""Fields of a booking: numbers of spaces, addresses of people."""

import re
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from fiksummin.people.models import Person
from fiksummin.people.queries import people_by_email
from fiksummin.spaces.actions.bookings import MOST_MEMBERS

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
    """E-mail addresses of people who use the service, separated as one likes."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer a few lines."""
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 2, "autocapitalize": "off", "spellcheck": "false"}), **kwargs
        )

    def clean(self, value: Any) -> list[Person]:
        """Find the people. Raises ValidationError, naming the addresses that nobody has."""
        given = [one for one in re.split(r"[\s,;]+", super().clean(value).lower()) if one]
        if len(given) > MOST_MEMBERS:
            raise forms.ValidationError(
                _("At most %(most)d people hold a booking together.") % {"most": MOST_MEMBERS}
            )
        for address in given:
            validate_email(address)
        found = {person.email: person for person in people_by_email(given)}
        unknown = [address for address in given if address not in found]
        if unknown:
            raise forms.ValidationError(
                _("Nobody uses the service with this address: %(addresses)s")
                % {"addresses": ", ".join(unknown)}
            )
        return list(found.values())
