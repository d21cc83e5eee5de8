"""A new event: what it is, who holds it with one, and what those who register are asked."""

from functools import cached_property
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from fiksummin.events.forms.fields import AddressesField
from fiksummin.events.forms.planning import EventForm
from fiksummin.events.models import EventKind, KindQuestion
from fiksummin.events.queries.keeping import asked_of
from fiksummin.events.queries.wishes import Asked


class AnyOf(forms.MultipleChoiceField):
    """Several of a list; what does not stand in it is not chosen."""

    def valid_value(self, value: Any) -> bool:
        """Let what is left out later pass."""
        return True


class NewEventForm(EventForm):
    """A new event: also who holds it with her, and who receives people."""

    organisers = AddressesField(
        label=gettext_lazy("Who holds the event with you"),
        help_text=gettext_lazy(
            "E-mail addresses, of any organisation. Each of them may change and cancel the event."
        ),
    )
    hosts = AddressesField(
        label=gettext_lazy("Who receives people"),
        help_text=gettext_lazy("E-mail addresses of the hosts of the event."),
    )
    questions = AnyOf(
        label=gettext_lazy("What those who register are asked"),
        help_text=gettext_lazy(
            "This is usual for the kind. Take the tick away from what you need not know. A draft's questions are reworded and added to on its page."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    questions_of = forms.IntegerField(required=False, widget=forms.HiddenInput())
    """The kind whose questions were shown; of another that was chosen since, all are asked."""
    publish = forms.BooleanField(required=False, widget=forms.HiddenInput())
    """The button that was pressed, so that pressing the other one is another wish."""
    like = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what the kind asks; an event like another asks what that one does."""
        super().__init__(*args, **kwargs)
        self.usual = list(self._kind.questions.all()) if self._kind and not self["like"].value() else []
        if not self.usual:
            del self.fields["questions"], self.fields["questions_of"]
            return
        every, kind = [str(row.pk) for row in self.usual], str(self.usual[0].kind_id)
        self.fields["questions"].choices = [(row.pk, _said(row)) for row in self.usual]  # type: ignore[attr-defined]  # it chooses
        kept = self.initial.get("questions", every) if self.initial.get("questions_of") == kind else every
        self.initial = {**self.initial, "questions": kept, "questions_of": kind}
        if self.is_bound and self.data.get("questions_of") != kind:
            given = cast("QueryDict", self.data).copy()
            given.setlist("questions", every)
            given["questions_of"] = kind
            self.data = given

    @cached_property
    def _kind(self) -> EventKind | None:
        """The kind that stands in the form."""
        given = str(self["kind"].value() or "")
        kinds = cast("forms.ModelChoiceField[EventKind]", self.fields["kind"]).queryset
        return kinds.filter(pk=given).first() if kinds is not None and given.isdecimal() else None

    @property
    def asked(self) -> list[Asked]:
        """What the action takes: what is asked, in the language of the event's words."""
        wanted = set(self.cleaned_data.get("questions", []))
        rows = [row for row in self.usual if str(row.pk) in wanted]
        return asked_of(rows, self.cleaned_data["language"])


def _said(row: KindQuestion) -> str:
    """Say a question and why it is asked."""
    return f"{row.text} {row.why}".strip()
