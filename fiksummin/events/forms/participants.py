"""What organisers write about those who take part."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.ui.forms import KeyField


class PriorityForm(forms.Form):
    """Why somebody goes to the head of the queue."""

    reason = forms.CharField(
        label=gettext_lazy("Why she goes first"),
        help_text=gettext_lazy(
            "At least ten characters. The reason stays in the audit log of the event, so leave out names and what concerns health."
        ),
        error_messages={"required": gettext_lazy("Say why, in at least ten characters: the reason is kept.")},
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class RemovalForm(forms.Form):
    """Why a registration is cancelled for somebody."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("She reads this in the letter that tells her."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    key = KeyField()
