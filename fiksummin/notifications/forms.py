"""What somebody writes to those who took part."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fiksummin.notifications.models import LONGEST_WORD
from fiksummin.ui.forms import KeyField


class WordForm(forms.Form):
    """A word, and how many it was said to reach."""

    text = forms.CharField(
        label=_("What you want to say"),
        max_length=LONGEST_WORD,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        error_messages={"required": _("Write what you want to say.")},
    )
    reach = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    key = KeyField()
