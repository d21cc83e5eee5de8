"""What somebody looks for in the library: the query of an address."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.library.choices import LABELS, NAMES, Kind
from fiksummin.library.forms.items import CHOICES
from fiksummin.library.models.version import MOST_PEOPLE
from fiksummin.library.queries import FACET_WORDS, Finding
from fiksummin.people.choices import Language
from fiksummin.people.models import Organisation, Person

LONGEST = 100
"""Characters looked for."""
ANY = ("", gettext_lazy("Any"))
FOLDED = ("label", "language", "organisation", "permitted", "people", *FACET_WORDS)


class FindingForm(forms.Form):
    """A search in the library."""

    is_filter = True
    q = forms.CharField(
        label=gettext_lazy("Words"), required=False, max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False, choices=[ANY, *Kind.choices])
    label = forms.ChoiceField(
        label=gettext_lazy("Perspective or dimension"), required=False, choices=[ANY, *LABELS]
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), required=False, choices=[ANY, *Language.choices]
    )
    organisation = forms.TypedChoiceField(
        label=gettext_lazy("Whose it is"), required=False, coerce=int, empty_value=None
    )
    permitted = forms.BooleanField(label=gettext_lazy("Only what my agency permits"), required=False)
    people = forms.IntegerField(
        label=gettext_lazy("For how many people"), required=False, min_value=1, max_value=MOST_PEOPLE
    )

    def __init__(
        self, data: Mapping[str, Any], *, reader: Person | None, sharing: Sequence[Organisation]
    ) -> None:
        """Offer what narrows the list; whose agency is known may ask what it permits."""
        super().__init__(data)
        organisation: Any = self.fields["organisation"]
        organisation.choices = [ANY, *((one.pk, one.name) for one in sharing)]
        self.body = reader.organisation_id if reader else None
        for name in FACET_WORDS:
            self.fields[name] = forms.ChoiceField(
                label=NAMES[name], required=False, choices=[ANY, *CHOICES[name].choices]
            )
        if self.body is None:
            del self.fields["permitted"]

    @property
    def is_narrow(self) -> bool:
        """Say whether anything is asked for."""
        return any(self.data.get(name) for name in self.fields)

    @property
    def is_open(self) -> bool:
        """Say whether anything is asked for that is folded away."""
        return any(self.data.get(name) for name in FOLDED)

    def finding(self) -> Finding:
        """Give what is looked for; what cannot be read does not narrow, its sentence stands at the field."""
        given = self.cleaned_data
        return Finding(
            q=given.get("q", ""), kind=given.get("kind", ""), label=given.get("label", ""),
            language=given.get("language", ""), people=given.get("people"),
            organisation=given.get("organisation"), permitted_in=self.body if given.get("permitted") else None,
            facets={name: given.get(name, "") for name in FACET_WORDS},
        )  # fmt: skip
