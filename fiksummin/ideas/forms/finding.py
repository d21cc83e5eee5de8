"""What somebody looks for on the board of a campaign: the query of its address."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.ideas.choices import STANDING_STATES, Perspective
from fiksummin.ideas.queries import Finding
from fiksummin.people.choices import Language
from fiksummin.ui import when
from fiksummin.ui.forms import asking

ANY = ("", gettext_lazy("Any"))


class FindingForm(forms.Form):
    """A search among the ideas of a campaign."""

    is_filter = True
    state = forms.ChoiceField(label=gettext_lazy("Where it stands"), required=False)
    perspective = forms.ChoiceField(
        label=gettext_lazy("Perspective"), required=False, choices=[ANY, *Perspective.choices]
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the idea"), required=False, choices=[ANY, *Language.choices]
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Offer the states in which an idea stands for itself."""
        super().__init__(data)
        state: Any = self.fields["state"]
        state.choices = [ANY, *((one.value, when.capital(str(one.label))) for one in STANDING_STATES)]

    @property
    def query(self) -> str:
        """Give what is asked for as the end of an address, from its question mark; nothing when nothing is."""
        return asking({name: self.data[name] for name in self.fields if self.data.get(name)})

    def finding(self) -> Finding:
        """Give what is looked for; what cannot be read does not narrow, its sentence stands at the field."""
        self.is_valid()
        return Finding(**{name: self.cleaned_data.get(name, "") for name in self.fields})
