"""How the same went elsewhere, told afterwards."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.experiments.choices import Repeats, Works
from fiksummin.experiments.forms.experiments import words
from fiksummin.experiments.models.experiment import LONGEST_TITLE
from fiksummin.experiments.queries import RepetitionWish
from fiksummin.ui.forms import DayField, KeyField


class RepetitionForm(forms.Form):
    """In the same way or adapted, whether it works, where, and what was learnt."""

    how = forms.ChoiceField(
        label=gettext_lazy("How it repeats the other"), choices=Repeats.choices, widget=forms.RadioSelect()
    )
    works = forms.ChoiceField(
        label=gettext_lazy("Does it work?"), choices=Works.choices, widget=forms.RadioSelect()
    )
    place = forms.CharField(
        label=gettext_lazy("Where"),
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("A unit, a site, a service."),
    )
    lesson = words(
        gettext_lazy("What you learnt"), rows=4,
        hint=gettext_lazy("What others should know before they try. What did not work is worth as much."),
    )  # fmt: skip
    result = words(gettext_lazy("What came out"), rows=3, required=False)
    began_on = DayField(label=gettext_lazy("When you began"), required=False)
    key = KeyField()

    def wish(self) -> RepetitionWish:
        """Give it as the action takes it."""
        names = ("how", "works", "place", "lesson", "result", "began_on")
        return RepetitionWish(**{name: self.cleaned_data[name] for name in names})
