"""Contacts and instructions of a site: lists of rows, changed together."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.spaces.models import Contact, Instruction
from fiksummin.ui.forms import DayField
from fiksummin.ui.tongues import in_tongues

MOST_ROWS = 40


class ContactForm(forms.Form):
    """Whom to ask about a matter."""

    topic_fi, topic_sv, topic_en = in_tongues(gettext_lazy("Matter"), 120, required=True)
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Of a person at work; a shared mailbox needs none."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    review_by = DayField(
        label=gettext_lazy("To be checked by"),
        help_text=gettext_lazy("After this day the contact is shown to the staff as out of date."),
    )


class InstructionForm(forms.Form):
    """How to be at a site, one matter."""

    title_fi, title_sv, title_en = in_tongues(gettext_lazy("Heading"), 120, required=True)
    body_fi, body_sv, body_en = in_tongues(gettext_lazy("Text"), 20000, required=True, lines=6)
    owner_id = forms.TypedChoiceField(
        label=gettext_lazy("Who looks after it"), required=False, coerce=int, empty_value=None
    )
    reviewed_on = DayField(label=gettext_lazy("Last read through on"))
    review_by = DayField(
        label=gettext_lazy("To be read through by"),
        help_text=gettext_lazy("After this day the instruction is shown to the staff as out of date."),
    )

    def __init__(self, *args: Any, owners: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Know who may look after an instruction here."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Nobody yet")), *owners]
        self.fields["owner_id"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        """Read it again after it was read, not before."""
        given = super().clean() or self.cleaned_data
        reviewed, again = given.get("reviewed_on"), given.get("review_by")
        if reviewed and again and again <= reviewed:
            self.add_error("review_by", _("Choose a day after the one when it was last read through."))
        return given


ContactRows = formset_factory(
    ContactForm, extra=1, can_delete=True, max_num=MOST_ROWS, validate_max=True, absolute_max=MOST_ROWS + 1
)
InstructionRows = formset_factory(
    InstructionForm,
    extra=1,
    can_delete=True,
    max_num=MOST_ROWS,
    validate_max=True,
    absolute_max=MOST_ROWS + 1,
)


def rows(formset: "BaseFormSet[Any]") -> list[dict[str, Any]]:
    """Give the rows that stay, without the tick that removes."""
    kept = [
        form.cleaned_data for form in formset if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]
    return [{name: value for name, value in row.items() if name != "DELETE"} for row in kept]


def row_of(row: Contact | Instruction, form: type[forms.Form]) -> dict[str, Any]:
    """Give what a row's form begins from."""
    return {name: getattr(row, name) for name in form.base_fields}
