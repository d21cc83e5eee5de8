"""Which screen, where, and in which language."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from fiksummin.spaces.models import Site, Space


class DisplayForm(forms.Form):
    """A screen's name and language; its place stays."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=80,
        help_text=gettext_lazy("Where it hangs, so that you know it again."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[("", gettext_lazy("The languages of the site in turn")), *settings.LANGUAGES],
    )


class NewDisplayForm(DisplayForm):
    """A new screen, at a door or in the lobby."""

    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=gettext_lazy("What it shows"),
        required=False,
        empty_label=gettext_lazy("The whole site, for the lobby"),
    )
    field_order = ("space", "name", "language")

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        """Offer the spaces in use."""
        super().__init__(*args, **kwargs)
        space: Any = self.fields["space"]
        space.queryset = Space.objects.filter(site=site, retired_at=None).order_by("position", "pk")
