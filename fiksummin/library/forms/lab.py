"""The lab's own way of working, and its lessons."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.core.languages import LANGUAGES
from fiksummin.library.forms.fields import TrailField
from fiksummin.library.models import LabVersion
from fiksummin.library.models.lab import LONGEST_CHANGE, LONGEST_LESSON, LONGEST_MODEL
from fiksummin.library.queries import LabWish
from fiksummin.people.models import Person
from fiksummin.trail.choices import Dimension
from fiksummin.ui.forms import DayField, KeyField
from fiksummin.ui.tongues import in_tongues


class LabModelForm(forms.Form):
    """How the lab works, in three languages."""

    number = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    because_of = TrailField(
        label=gettext_lazy("Where that is on the trail"), required=False, max_length=300,
        help_text=gettext_lazy("The address of the trail of an idea, an experiment, an adoption."),
    )  # fmt: skip
    key = KeyField()

    def __init__(self, data: Any, *, latest: LabVersion | None, reader: Person) -> None:
        """Begin with how it works now; a later version says because of what it is otherwise."""
        begin = {f"text_{code}": getattr(latest, f"text_{code}", "") for code in LANGUAGES}
        begin["number"] = latest.number if latest else 0
        super().__init__(data, initial=begin)
        texts = in_tongues(gettext_lazy("How the lab works"), LONGEST_MODEL, required=True, lines=12)
        because = in_tongues(gettext_lazy("Because of what it changed"), LONGEST_CHANGE, required=True)
        for name, fields in (("text", texts), ("because", because if latest else [])):
            self.fields.update(
                {f"{name}_{code}": field for code, field in zip(LANGUAGES, fields, strict=False)}
            )
        because_of: Any = self.fields["because_of"]
        because_of.reader = reader
        if latest is None:
            del self.fields["because_of"]
        self.order_fields([name for name in self.fields if name != "because_of"])

    def wish(self) -> LabWish:
        """Give it as the action takes it."""
        given = self.cleaned_data
        words = {
            name: {code: given.get(f"{name}_{code}", "") for code in LANGUAGES}
            for name in ("text", "because")
        }
        return LabWish(number=given["number"] or 0, because_of=given.get("because_of"), **words)


class LabLessonForm(forms.Form):
    """Something that the lab learnt."""

    learnt_on = DayField(label=gettext_lazy("When it was learnt"))
    dimension = forms.ChoiceField(
        label=gettext_lazy("Dimension"), choices=Dimension.choices, widget=forms.RadioSelect()
    )
    because_of = TrailField(
        label=gettext_lazy("What it was learnt from, on the trail"), required=False, max_length=300,
        help_text=gettext_lazy("The address of the trail of an idea, an experiment, an adoption."),
    )  # fmt: skip
    key = KeyField()

    def __init__(self, *args: Any, reader: Person, **kwargs: Any) -> None:
        """Ask for the lesson in three languages."""
        super().__init__(*args, **kwargs)
        fields = in_tongues(gettext_lazy("What the lab learnt"), LONGEST_LESSON, required=True, lines=3)
        self.fields.update({f"text_{code}": field for code, field in zip(LANGUAGES, fields, strict=True)})
        self.order_fields([f"text_{code}" for code in LANGUAGES])
        because_of: Any = self.fields["because_of"]
        because_of.reader = reader

    def text(self) -> dict[str, str]:
        """Give the lesson by language."""
        return {code: self.cleaned_data[f"text_{code}"] for code in LANGUAGES}
