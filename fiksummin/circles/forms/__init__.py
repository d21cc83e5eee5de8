"""What people write about communities."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from fiksummin.circles.choices import Joining
from fiksummin.circles.models import Circle
from fiksummin.circles.models.asking import LONGEST_WORDS
from fiksummin.circles.models.circle import LONGEST_NAME, LONGEST_PURPOSE, LONGEST_REASON
from fiksummin.circles.queries import CircleWish
from fiksummin.people.choices import Language
from fiksummin.people.models import Person
from fiksummin.people.queries import person_by_email
from fiksummin.ui.forms import KeyField, words

LONGEST_ASKED = 100
"""Characters looked for."""


class FindingForm(forms.Form):
    """Words that a community has."""

    is_filter = True
    q = forms.CharField(
        label=gettext_lazy("Words"), required=False, max_length=LONGEST_ASKED,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip


class CircleForm(forms.Form):
    """A community as those who keep it want it."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    purpose = words(
        gettext_lazy("What the community is for"),
        LONGEST_PURPOSE,
        hint=gettext_lazy("Who wants to belong to it, and what you do together."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language these words are"), choices=Language.choices,
        initial=lambda: (get_language() or "fi")[:2],
    )  # fmt: skip
    joining = forms.ChoiceField(
        label=gettext_lazy("How one joins"), choices=Joining.choices, initial=Joining.OPEN,
        widget=forms.RadioSelect(),
        help_text=gettext_lazy("Everybody here sees the name and the purpose. Of a closed one only its members see who belongs to it."),
    )  # fmt: skip
    key = KeyField()

    def wish(self) -> CircleWish:
        """Give it as the action takes it."""
        given = self.cleaned_data
        return CircleWish(**{name: given[name] for name in ("name", "purpose", "language", "joining")})


def words_of(circle: Circle) -> dict[str, Any]:
    """Give what the form of a change begins from."""
    return {name: getattr(circle, name) for name in ("name", "purpose", "language", "joining")}


class EndingForm(forms.Form):
    """Why a community ends."""

    reason = words(
        gettext_lazy("Why it ends"),
        LONGEST_REASON,
        hint=gettext_lazy("It stands on the page of the community."),
    )


class AskingForm(forms.Form):
    """A word to those who keep a closed community."""

    words = words(gettext_lazy("A word to those who keep it"), LONGEST_WORDS, rows=2, required=False)
    key = KeyField()


class AnswerForm(forms.Form):
    """Whether somebody is let in, and a word to her."""

    words = words(
        gettext_lazy("A word to her"), LONGEST_WORDS, rows=2, required=False,
        hint=gettext_lazy("When you decline, say why in a sentence."),
    )  # fmt: skip
    accepts = forms.BooleanField(required=False, widget=forms.HiddenInput())


class InvitationForm(forms.Form):
    """Whom somebody invites."""

    person = forms.EmailField(
        label=gettext_lazy("Invite a member: her e-mail address"), max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def clean_person(self) -> Person:
        """Find whom the address belongs to."""
        found = person_by_email(self.cleaned_data["person"])
        if found is None or found.is_guest:
            raise ValidationError(_("No member has this address. She becomes one by signing in once."))
        return found
