"""What a campaign looks like."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.ideas.choices import Accent
from fiksummin.ideas.models import Campaign, CampaignPicture
from fiksummin.ui.forms import PictureField
from fiksummin.ui.tongues import in_tongues

LONGEST_SIDE = 1600
"""Pixels."""
ALTS = ("alt_fi", "alt_sv", "alt_en")


class LookForm(forms.Form):
    """A colour out of few, and a picture with its words."""

    accent = forms.ChoiceField(
        label=gettext_lazy("Colour of the heading"), choices=Accent.choices, widget=forms.RadioSelect()
    )
    file = PictureField(
        longest_side=LONGEST_SIDE,
        label=gettext_lazy("Picture"),
        required=False,
    )
    alt_fi, alt_sv, alt_en = in_tongues(gettext_lazy("What the picture shows,"), 200)
    removed = forms.BooleanField(label=gettext_lazy("Take the picture away"), required=False)

    def __init__(self, data: Any, files: Any, *, campaign: Campaign) -> None:
        """Begin with what stands; only a picture that is there can be taken away."""
        self.picture = CampaignPicture.objects.filter(campaign=campaign).first()
        words = {name: getattr(self.picture, name) for name in ALTS} if self.picture else {}
        super().__init__(data, files, initial={"accent": campaign.accent, **words})
        if self.picture is None:
            del self.fields["removed"]
