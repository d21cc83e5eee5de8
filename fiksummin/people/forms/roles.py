"""Who is given what role, where and until when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.core.time import today
from fiksummin.people import queries
from fiksummin.people.choices import RoleKind, places
from fiksummin.people.models import Person
from fiksummin.ui.forms import DayField


class RoleForm(forms.Form):
    """A role for a person, who is named by her e-mail address."""

    email = forms.EmailField(
        label=_("E-mail address of the person"), widget=forms.EmailInput({"autocomplete": "off"})
    )
    kind = forms.ChoiceField(label=_("Role"), choices=RoleKind.choices, widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("Site"), required=False)
    starts_on = DayField(label=_("First day"), initial=today)
    ends_on = DayField(label=_("Last day"), required=False)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        """Offer what the giver may give: an owner everything, a manager the hosts of her site."""
        super().__init__(*args, **kwargs)
        everywhere = [("", pgettext_lazy("place", "the whole lab"))]
        known = list(places().items())
        if not by.may(RoleKind.OWNER):
            everywhere = []
            known = [(slug, name) for slug, name in known if by.may(RoleKind.MANAGER, slug)]
            self.fields["kind"].choices = [(RoleKind.HOST.value, RoleKind.HOST.label)]  # type: ignore[attr-defined]  # a choice field
            self.fields["kind"].initial = RoleKind.HOST
        self.fields["place"].choices = [*everywhere, *known]  # type: ignore[attr-defined]  # a choice field

    def clean_email(self) -> Person:
        """Find the person; she must have signed in once."""
        person = queries.person_by_email(self.cleaned_data["email"])
        if person is None:
            raise forms.ValidationError(_("Nobody with this address has signed in yet."))
        return person
