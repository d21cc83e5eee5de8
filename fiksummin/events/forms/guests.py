"""Whom organisers invite."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.events.rules import MOST_INVITED
from fiksummin.people.choices import Language
from fiksummin.ui.forms import KeyField


class GuestsForm(forms.Form):
    """One on each line: a name, and the address at the end of the line."""

    guests = forms.CharField(
        label=gettext_lazy("Whom you invite"),
        help_text=gettext_lazy("One on each line, the address last: Viivi Virta viivi@example.fi"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Write at least one name and address.")},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language the letter is"),
        help_text=gettext_lazy("Those who use the service get it in their own language."),
        choices=Language.choices,
        initial=Language.FI,
    )
    key = KeyField()

    def clean_guests(self) -> list[tuple[str, str]]:
        """Read names and addresses; say which line cannot be read."""
        found = []
        for line in str(self.cleaned_data["guests"]).splitlines():
            text = " ".join(line.replace("\t", " ").split()).strip(",; ")
            if not text:
                continue
            name, _space, email = text.rpartition(" ")
            email, name = email.strip("<>,;").lower(), name.strip(",; \"'")
            try:
                validate_email(email)
            except ValidationError:
                raise forms.ValidationError(
                    _("This line has no address at its end: %(line)s") % {"line": text[:80]}
                ) from None
            if not name:
                raise forms.ValidationError(_("Write the name, too: %(line)s") % {"line": text[:80]})
            found.append((name[:150], email[:254]))
        if len(found) > MOST_INVITED:
            raise forms.ValidationError(_("Invite at most %(most)d at a time.") % {"most": MOST_INVITED})
        return found
