"""Pictures of a space: each with words in Finnish and Swedish for those who do not see it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.errors import Invalid
from fiksummin.core.pictures import Drawn, accepted
from fiksummin.spaces.actions.pictures import MOST_PICTURES
from fiksummin.spaces.forms.sites import in_tongues
from fiksummin.spaces.models import SpacePicture

LONGEST_SIDE = 1600
"""Pixels: sharp on a wide screen, and still light on a phone."""


class PictureForm(forms.Form):
    """A picture and what it shows; a file is asked for a new one only."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    file = forms.FileField(
        label=gettext_lazy("Picture"),
        help_text=gettext_lazy(
            "A JPEG, PNG or WebP of 10 MB at most. It is drawn anew: where and when it was taken is left out."
        ),
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt_fi, alt_sv, alt_en = in_tongues(gettext_lazy("What the picture shows,"), 200)

    def clean_file(self) -> Drawn | None:
        """Draw it anew; refuse what is no picture."""
        brought: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if not brought:
            return None
        try:
            return accepted(brought, brought.name or "", brought.size or 0, longest_side=LONGEST_SIDE)
        except Invalid as refusal:
            raise forms.ValidationError(refusal.reason) from refusal

    def clean(self) -> dict[str, Any]:
        """Ask for the words in both languages of the country, and for the file of a new picture."""
        given = super().clean() or self.cleaned_data
        for name in ("alt_fi", "alt_sv"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Say what the picture shows, for those who do not see it."))
        if not given.get("pk") and not given.get("file") and "file" not in self.errors:
            self.add_error("file", _("Choose a picture."))
        return given


PictureRows = formset_factory(
    PictureForm,
    extra=1,
    can_delete=True,
    max_num=MOST_PICTURES,
    validate_max=True,
    absolute_max=MOST_PICTURES + 1,
)


def begins_with(picture: SpacePicture) -> dict[str, Any]:
    """Give what the form of a picture begins from, and the picture itself to be shown beside it."""
    words = {name: getattr(picture, name) for name in ("pk", "alt_fi", "alt_sv", "alt_en")}
    return {**words, "picture": picture}
