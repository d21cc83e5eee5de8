"""How many minutes it takes from one furnishing of a space to another, pair by pair."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from fiksummin.spaces.models import Changeover, Layout
from fiksummin.spaces.rules.spaces import LONGEST_CHANGE


class ChangeoverForm(forms.Form):
    """A field for each ordered pair of furnishings; empty where it takes as long as setting up the latter."""

    def __init__(self, *args: Any, layouts: Sequence[Layout], **kwargs: Any) -> None:
        """Begin from what is known of each pair."""
        super().__init__(*args, **kwargs)
        known = {
            (row.before_id, row.after_id): row.minutes for row in Changeover.objects.filter(after__in=layouts)
        }
        self.pairs = {
            f"minutes-{before.pk}-{after.pk}": (before.pk, after.pk)
            for before in layouts for after in layouts if before != after
        }  # fmt: skip
        names = {layout.pk: str(layout) for layout in layouts}
        for name, (before, after) in self.pairs.items():
            self.fields[name] = forms.IntegerField(
                label=_("From “%(before)s” to “%(after)s”")
                % {"before": names[before], "after": names[after]},
                required=False,
                min_value=0,
                max_value=LONGEST_CHANGE,
                initial=known.get((before, after)),
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0}),
            )

    @property
    def minutes(self) -> dict[tuple[int, int], int | None]:
        """Give the minutes of each pair (by ids), None for the set-up time."""
        return {pair: self.cleaned_data[name] for name, pair in self.pairs.items()}
