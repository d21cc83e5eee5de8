"""What is given for a site that begins as another is."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy

from fiksummin.spaces.models import Site
from fiksummin.ui.tongues import in_tongues


class CopySiteForm(forms.Form):
    """The name and the address of the new site; all else it has from the one that is copied."""

    name_fi, name_sv, name_en = in_tongues(gettext_lazy("Name"), 120, required=True)
    street = forms.CharField(
        label=gettext_lazy("Street address"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"), max_length=10, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    town_fi, town_sv, town_en = in_tongues(gettext_lazy("Town"), 80, required=True)
    slug = forms.SlugField(
        label=gettext_lazy("Name in addresses"),
        help_text=gettext_lazy(
            "Small letters, digits and hyphens. Left empty, it is made of the Finnish name."
        ),
        max_length=80,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Make the name in addresses of the Finnish name when none was given."""
        given = super().clean() or self.cleaned_data
        if not given.get("slug") and "slug" not in self.errors:
            given["slug"] = slugify(given.get("name_fi", ""))[:80]
        return given


def towns(site: Site) -> dict[str, str]:
    """Give what the form begins from: a new house often stands in the same town."""
    return {name: getattr(site, name) for name in ("town_fi", "town_sv", "town_en")}
