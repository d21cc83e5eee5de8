"""What somebody at the place writes to the hosts, and what a host answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.spaces.choices import ReportKind
from fiksummin.spaces.forms.visits import WordField
from fiksummin.spaces.models import Site, Space
from fiksummin.ui.forms import KeyField


class ReportForm(forms.Form):
    """What it is about, where, and in a few words. Asking for help takes one choice and a press."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it about"),
        choices=ReportKind.choices,
        widget=forms.RadioSelect(),
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )
    space = forms.TypedChoiceField(
        label=gettext_lazy("Where"), required=False, coerce=int, empty_value=None, choices=[]
    )
    text = WordField(
        label=gettext_lazy("In a few words"),
        help_text=gettext_lazy(
            "At most 1000 characters. If you need help, you may leave this empty. Leave out confidential matters."
        ),
        required=False,
    )
    key = KeyField()

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        """Offer the spaces of the site."""
        super().__init__(*args, **kwargs)
        self.spaces: dict[int, Space] = {
            space.pk: space for space in Space.objects.filter(site=site, retired_at=None)
        }
        choices = [
            ("", gettext_lazy("Elsewhere at the site")),
            *((pk, str(s)) for pk, s in self.spaces.items()),
        ]
        self.fields["space"].choices = choices  # type: ignore[attr-defined]  # a choice field

    @property
    def wish(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        space = self.spaces[given["space"]] if given["space"] is not None else None
        return {"kind": given["kind"], "text": given["text"], "space": space}


class AnswerForm(forms.Form):
    """A host's answer to a report."""

    answer = WordField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy("At most 1000 characters. Whoever sent the report reads it."),
        error_messages={"required": gettext_lazy("Write the answer.")},
    )
    close = forms.BooleanField(
        label=gettext_lazy("The matter is settled: close it"), required=False, initial=False
    )
    key = KeyField()
