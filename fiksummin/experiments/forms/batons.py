"""A baton, and to whom it goes."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.experiments.forms.fields import ReceiverForm
from fiksummin.experiments.queries import BatonWish
from fiksummin.experiments.rules.batons import LONGEST_TEXT, LONGEST_TITLE, MOST_HOLD_DAYS
from fiksummin.ui.forms import KeyField


class HandOverForm(ReceiverForm):
    """To whom a baton goes next."""

    key = KeyField()


class BatonForm(HandOverForm):
    """A baton as it is thrown."""

    title = forms.CharField(label=gettext_lazy("Name of the baton"), max_length=LONGEST_TITLE)
    text = forms.CharField(
        label=gettext_lazy("What the holder is to do"), max_length=LONGEST_TEXT, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("Without words of yours: try something that is new to you, and tell."),
    )  # fmt: skip
    hold_days = forms.IntegerField(
        label=gettext_lazy("Days for each holder"), initial=14, min_value=1, max_value=MOST_HOLD_DAYS
    )
    field_order = ("title", "text", "receiver", "unit", "hold_days")

    def wish(self) -> BatonWish:
        """Give the baton as the action takes it."""
        given = self.cleaned_data
        return BatonWish(title=given["title"], text=given["text"], hold_days=given["hold_days"])
