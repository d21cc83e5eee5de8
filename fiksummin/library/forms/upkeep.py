"""Taking a thing out of use."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.library.models import Item
from fiksummin.library.models.upkeep import LONGEST_REASON
from fiksummin.library.queries import items_for
from fiksummin.people.models import Person
from fiksummin.ui.forms import words

MOST_OFFERED = 200


class RetirementForm(forms.Form):
    """Why it is out of use, and what replaces it."""

    reason = words(gettext_lazy("Why"), LONGEST_REASON)
    replacement = forms.TypedChoiceField(
        label=gettext_lazy("What replaces it"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, item: Item, reader: Person, **kwargs: Any) -> None:
        """Offer what is in use and of the same kind."""
        super().__init__(*args, **kwargs)
        rows = items_for(reader).published().in_use().filter(kind=item.kind).exclude(pk=item.pk)
        self.rows = {row.pk: row for row in rows.order_by("-published_at")[:MOST_OFFERED]}
        titles = sorted((row.words.title, pk) for pk, row in self.rows.items())
        choices: Any = self.fields["replacement"]
        choices.choices = [("", gettext_lazy("Nothing")), *((pk, title) for title, pk in titles)]

    @property
    def chosen(self) -> Item | None:
        """What was chosen."""
        return self.rows.get(self.cleaned_data["replacement"] or 0)
