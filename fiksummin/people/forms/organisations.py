"""Organisations, their domains and agreements."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.core.time import today
from fiksummin.people.choices import OrganisationKind, places
from fiksummin.people.models import Organisation
from fiksummin.ui.forms import DayField


class OrganisationForm(forms.Form):
    """An organisation with its names, days and successor."""

    name_fi = forms.CharField(label=_("Name in Finnish"), max_length=200)
    name_sv = forms.CharField(label=_("Name in Swedish"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices, widget=forms.RadioSelect)
    branch = forms.CharField(label=_("Branch of government"), max_length=60, required=False)
    virtu_id = forms.CharField(
        label=_("Home organisation in Virtu"),
        max_length=120,
        required=False,
        help_text=_("As the federated login says it, for example vm.fi"),
    )
    starts_on = DayField(label=_("First day"), initial=today)
    ends_on = DayField(label=_("Last day"), required=False)
    successor = forms.ModelChoiceField(
        label=_("Successor"),
        queryset=Organisation.objects.all(),
        required=False,
        help_text=_("The people of an organisation that has ended go on as people of its successor."),
    )

    def __init__(self, *args: Any, organisation: Organisation | None = None, **kwargs: Any) -> None:
        """Begin with what is said of an organisation now."""
        super().__init__(*args, **kwargs)
        if organisation is not None:
            self.initial = {name: getattr(organisation, name) for name in self.fields}
            others = Organisation.objects.exclude(pk=organisation.pk)
            self.fields["successor"].queryset = others  # type: ignore[attr-defined]  # a choice field


class DomainForm(forms.Form):
    """A mail domain."""

    domain = forms.CharField(label=_("Mail domain"), max_length=200, help_text=_("For example vm.fi"))
    subdomains = forms.BooleanField(label=_("Domains below it, too"), required=False)


class AgreementForm(forms.Form):
    """An agreement with a partner."""

    starts_on = DayField(label=_("First day"), initial=today)
    ends_on = DayField(label=_("Last day"))
    places = forms.MultipleChoiceField(
        label=_("Sites"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("No site chosen means every site."),
    )
    purpose = forms.CharField(label=pgettext_lazy("agreement", "Purpose"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """List the places of the moment."""
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = list(places().items())  # type: ignore[attr-defined]  # a choice field
