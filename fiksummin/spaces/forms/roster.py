"""A shift of the roster: who hosts, on which day, from when until when."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.people.models import Person
from fiksummin.spaces.forms.hours import HoursForm
from fiksummin.ui.forms import KeyField


class ShiftForm(HoursForm):
    """A shift by the site's clock. Those who look after the site choose the host; a host means herself."""

    key = KeyField()
    field_order = ("person", "day", "start", "end", "key")

    def __init__(self, *args: Any, hosts: Mapping[int, Person] | None = None, **kwargs: Any) -> None:
        """Offer the hosts of the site (by id), or ask for none."""
        super().__init__(*args, **kwargs)
        if hosts is not None:
            self.fields["person"] = forms.TypedChoiceField(
                label=gettext_lazy("Host"),
                choices=[
                    ("", gettext_lazy("Choose the host")),
                    *((pk, str(host)) for pk, host in hosts.items()),
                ],
                coerce=lambda pk: hosts[int(pk)],
                error_messages={"required": gettext_lazy("Choose the host.")},
            )
            self.order_fields(self.field_order)

    @property
    def wish(self) -> dict[str, Any]:
        """What the actions take; the host is None where she means herself."""
        given = self.cleaned_data
        return {"start": given["start_at"], "end": given["end_at"], "person": given.get("person")}
