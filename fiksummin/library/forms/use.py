"""How somebody uses a thing, and whether her agency permits a tool."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.library.choices import Result, Ruling
from fiksummin.library.models.adoption import LONGEST_HOW, LONGEST_NOTE, LONGEST_PLACE
from fiksummin.library.queries import AdoptionWish
from fiksummin.ui.forms import KeyField, words

STARS = [
    ("", gettext_lazy("No rating")),
    ("5", gettext_lazy("5: we would not be without it")),
    ("4", "4"),
    ("3", gettext_lazy("3: helps somewhat")),
    ("2", "2"),
    ("1", gettext_lazy("1: more trouble than help")),
]


class AdoptionForm(forms.Form):
    """Where, how adapted, with what result."""

    place = forms.CharField(
        label=gettext_lazy("Where you use it"),
        max_length=LONGEST_PLACE,
        help_text=gettext_lazy("A unit, a site, a service."),
    )
    how = words(
        gettext_lazy("How you adapted it, and how it goes"), LONGEST_HOW, rows=4, required=False,
        hint=gettext_lazy("What did not work is worth as much."),
    )  # fmt: skip
    result = forms.ChoiceField(
        label=gettext_lazy("How it goes"), choices=Result.choices, widget=forms.RadioSelect()
    )
    rating = forms.TypedChoiceField(
        label=gettext_lazy("Your rating"), choices=STARS, required=False, coerce=int, empty_value=None
    )
    ended = forms.BooleanField(label=gettext_lazy("We use it no longer"), required=False)
    key = KeyField()

    def wish(self) -> AdoptionWish:
        """Give it as the action takes it."""
        given = self.cleaned_data
        return AdoptionWish(
            place=given["place"], how=given["how"], result=given["result"], rating=given["rating"],
            ended=given["ended"],
        )  # fmt: skip


class RulingForm(forms.Form):
    """Whether one's agency permits a tool."""

    ruling = forms.ChoiceField(
        label=gettext_lazy("What your agency says"), choices=Ruling.choices, widget=forms.RadioSelect()
    )
    note = forms.CharField(
        label=gettext_lazy("With which limits, or where it is said"), max_length=LONGEST_NOTE, required=False
    )
    key = KeyField()
