"""Inputs of the editing side."""

from typing import Any

from django import forms

from fiksummin.people.models import Person


class PersonByAddress(forms.EmailInput):
    """Choose a person by typing her address: nobody may list people, editors no more than others."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Give the id of the account, or what was typed when there is none."""
        typed = (super().value_from_datadict(data, files, name) or "").strip()
        person = Person.objects.filter(email=typed.lower(), erased_at=None).first() if typed else None
        return person.pk if person else typed

    def format_value(self, value: Any) -> str | None:
        """Show the address of the account."""
        if value and str(value).isdigit():
            return Person.objects.filter(pk=value).values_list("email", flat=True).first() or ""
        shown: str | None = super().format_value(value)
        return shown
