"""What a host gives at the desk."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import end_moment
from fiksummin.spaces.forms.visits import PeopleField, WordField
from fiksummin.spaces.models import Site
from fiksummin.ui.forms import EndField, KeyField


class WalkInForm(forms.Form):
    """People who came unannounced: how many, and until when they stay today."""

    people = PeopleField()
    end = EndField(
        label=gettext_lazy("They stay until"),
        error_messages={
            "required": gettext_lazy("Give the time of leaving."),
            "invalid": gettext_lazy("Give the time as hours and minutes, for example 9.30."),
        },
    )
    key = KeyField()

    def __init__(self, *args: Any, site: Site, at: datetime, **kwargs: Any) -> None:
        """Know the site and the present moment (UTC)."""
        super().__init__(*args, **kwargs)
        self.site, self.at = site, at
        self.fields["people"].help_text = ""

    def clean_end(self) -> time:
        """Turn the hour of the wall clock into a moment of today."""
        clock: time = self.cleaned_data["end"]
        try:
            self.cleaned_data["end_at"] = end_moment(
                self.at.astimezone(self.site.zone).date(), clock, self.site.zone
            )
        except ValueError:
            raise forms.ValidationError(
                _("The clock is moved forward that night: the time does not exist. Choose another.")
            ) from None
        return clock


class MessageForm(forms.Form):
    """A word to the visitor."""

    text = WordField(
        label=gettext_lazy("Your word"),
        help_text=gettext_lazy("At most 1000 characters."),
        error_messages={"required": gettext_lazy("Write what you want to say.")},
    )
    key = KeyField()
