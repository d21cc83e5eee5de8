"""What somebody looks for among the experiments: the query of an address, the same for the list and its table."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.experiments.choices import STANDINGS
from fiksummin.experiments.queries import Finding
from fiksummin.ideas.choices import Perspective
from fiksummin.people.models import Organisation
from fiksummin.ui import when
from fiksummin.ui.forms import asking

ANY = ("", gettext_lazy("Any"))


class FindingForm(forms.Form):
    """A search among experiments."""

    is_filter = True
    standing = forms.ChoiceField(label=gettext_lazy("Where it stands"), required=False)
    perspective = forms.ChoiceField(
        label=gettext_lazy("Perspective"), required=False, choices=[ANY, *Perspective.choices]
    )
    organisation = forms.TypedChoiceField(
        label=gettext_lazy("Organisation"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, data: Mapping[str, Any], *, trying: Sequence[Organisation]) -> None:
        """Offer the organisations that try something."""
        super().__init__(data)
        standing: Any = self.fields["standing"]
        standing.choices = [ANY, *((value, when.capital(str(label))) for value, label in STANDINGS)]
        organisation: Any = self.fields["organisation"]
        organisation.choices = [ANY, *((one.pk, one.name) for one in trying)]

    @property
    def query(self) -> str:
        """Give what is asked for as the end of an address, from its question mark; nothing when nothing is."""
        return asking({name: self.data[name] for name in self.fields if self.data.get(name)})

    def finding(self) -> Finding:
        """Give what is looked for; what cannot be read does not narrow, its sentence stands at the field."""
        given = self.cleaned_data
        return Finding(
            standing=given.get("standing", ""), perspective=given.get("perspective", ""),
            organisation=given.get("organisation"),
        )  # fmt: skip
