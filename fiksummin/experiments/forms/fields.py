"""A colleague, named by her address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from fiksummin.people.models import Person
from fiksummin.people.queries import person_by_email


class ColleagueField(forms.EmailField):
    """The address of a member; gives the member."""

    def __init__(self, **kwargs: Any) -> None:
        """Ask for an address that is not the reader's own."""
        super().__init__(max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value: Any) -> Any:
        """Find whom the address belongs to; None for an empty one."""
        address = super().clean(value)
        if not address:
            return None
        found: Person | None = person_by_email(address)
        if found is None or found.is_guest:
            raise ValidationError(_("No member has this address. She becomes one by signing in once."))
        return found
