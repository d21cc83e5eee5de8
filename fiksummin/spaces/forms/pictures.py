"""Pictures of a space: each with words in Finnish and Swedish for those who do not see it."""

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.spaces.actions.pictures import MOST_PICTURES
from fiksummin.spaces.models import SpacePicture
from fiksummin.ui.forms import PictureField
from fiksummin.ui.tongues import in_tongues

LONGEST_SIDE = 1600
"""Pixels: sharp on a wide screen, and still light on a phone."""


class PictureForm(forms.Form):
    """A picture and what it shows; a file is asked for a new one only."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    file = PictureField(
        longest_side=LONGEST_SIDE,
        label=gettext_lazy("Picture"),
        error_messages={"required": gettext_lazy("Choose a picture.")},
    )
    alt_fi, alt_sv, alt_en = in_tongues(gettext_lazy("What the picture shows,"), 200, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the words in both languages of the country; for a file only where there is none yet."""
        super().__init__(*args, **kwargs)
        self.fields["alt_sv"].required = True
        self.fields["file"].required = "pk" not in self.initial
        for name in ("alt_fi", "alt_sv"):
            missing = _("Say what the picture shows, for those who do not see it.")
            self.fields[name].error_messages["required"] = missing


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
