"""What a calendar is to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.people.models import Person
from fiksummin.spaces.choices import FeedDetail
from fiksummin.spaces.models import Site, Space


class FeedForm(forms.Form):
    """A feed: one's own, or of a space or a site; how much it tells."""

    site = forms.ModelChoiceField(
        Site.objects.none(),
        label=gettext_lazy("A site"),
        required=False,
        empty_label=gettext_lazy("My own bookings, visits and events"),
        help_text=gettext_lazy("All that is booked there; nobody is named."),
    )
    space = forms.ModelChoiceField(Space.objects.none(), required=False, widget=forms.HiddenInput)
    detail = forms.ChoiceField(
        label=gettext_lazy("What it shows"),
        choices=FeedDetail.choices,
        initial=FeedDetail.FULL,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        """Offer what the person sees."""
        super().__init__(*args, **kwargs)
        site: Any = self.fields["site"]
        space: Any = self.fields["space"]
        site.queryset = Site.objects.visible_to(by)
        space.queryset = Space.objects.visible_to(by)
