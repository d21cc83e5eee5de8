"""Fields of events: people by their addresses, words in a line, moments by a clock on a wall."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import moment
from fiksummin.people.models import Person
from fiksummin.people.queries import people_by_email

MOST_ADDRESSES = 30
NO_SUCH_HOUR = gettext_lazy("The clock is moved forward that night: the time does not exist. Choose another.")


class AddressesField(forms.CharField):
    """E-mail addresses of people who use the service, separated as one likes."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer a few lines; nobody is a good answer."""
        area = forms.Textarea(attrs={"rows": 2, "autocapitalize": "off", "spellcheck": "false"})
        super().__init__(required=False, widget=area, **kwargs)

    def clean(self, value: Any) -> list[Person]:
        """Find the people. Raises ValidationError, naming the addresses that nobody has."""
        given = [one for one in re.split(r"[\s,;]+", super().clean(value).lower()) if one]
        if len(given) > MOST_ADDRESSES:
            raise forms.ValidationError(_("Give at most %(most)d people.") % {"most": MOST_ADDRESSES})
        for address in given:
            validate_email(address)
        found = {person.email: person for person in people_by_email(given)}
        unknown = ", ".join(address for address in given if address not in found)
        if unknown:
            raise forms.ValidationError(
                _("Nobody uses the service with this address: %(addresses)s") % {"addresses": unknown}
            )
        return list(found.values())


class WordsField(forms.CharField):
    """Words of one line, with commas between them: gives them as a tuple."""

    def clean(self, value: Any) -> tuple[str, ...]:
        """Take them apart."""
        text = super().clean(value)
        return tuple(word.strip().lstrip("#") for word in re.split(r"[,;\n]", text) if word.strip(" #"))


def said_by(clock: ZoneInfo, written: datetime, stood: datetime | None = None) -> datetime:
    """Give the moment that a naive time means by a clock on a wall; left as it stood, the same of two repeated hours.

    Raises ValueError for an hour that does not come.
    """
    if stood is not None and stood.astimezone(clock).replace(tzinfo=None, second=0, microsecond=0) == written:
        return stood
    return moment(written.date(), written.time(), clock)


def line(label: Any, hint: Any = "", **attrs: Any) -> forms.CharField:
    """Give an optional field of one line in any script."""
    widget = forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", **attrs})
    return forms.CharField(label=label, help_text=hint, required=False, widget=widget)


class OwedField(forms.CharField):
    """A line that a rule asks for, while the form may be looked at without it."""

    is_owed = True

    def __init__(self, **kwargs: Any) -> None:
        """Take words in any script."""
        widget = forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
        super().__init__(required=False, widget=widget, **kwargs)


def area(label: Any, hint: Any = "", rows: int = 3, **attrs: Any) -> forms.CharField:
    """Give an optional field of several lines in any script."""
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto", **attrs})
    return forms.CharField(label=label, help_text=hint, required=False, widget=widget)


def number(label: Any, hint: Any = "", *, initial: int | None = None) -> forms.IntegerField:
    """Give an optional number; the rules say how large it may be."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        initial=initial,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "autocomplete": "off"}),
        error_messages={"invalid": gettext_lazy("Give the number in digits, for example 3.")},
    )
