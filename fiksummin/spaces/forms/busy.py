"""The address of a calendar elsewhere."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.core.fetching import LONGEST_ADDRESS


class BusyFeedForm(forms.Form):
    """An address; the action says whether it may be read."""

    address = forms.CharField(
        label=gettext_lazy("Address of the calendar"),
        help_text=gettext_lazy(
            "The secret or public address in iCalendar form that the other service gives, for example"
            " https://kalenteri.example/sali.ics."
        ),
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Give a whole address, beginning with https.")},
    )
