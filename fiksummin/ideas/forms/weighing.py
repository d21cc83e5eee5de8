"""A ballot: one tick or one grade for each idea on it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.ideas.choices import Weighing
from fiksummin.ideas.models import Idea
from fiksummin.ideas.models.opinions import HIGHEST

GRADES = [("", gettext_lazy("No grade")), *((str(grade), str(grade)) for grade in range(HIGHEST + 1))]
LONGEST_NUMBER = 18


class BallotForm(forms.Form):
    """Made for the ideas on somebody's screen and for those that she has voted on before; ``votes`` are hers now.

    The page says of each idea that stands on it what her vote was (``seen``): nothing is said of any other.
    """

    def __init__(
        self, data: Any, *, weighing: str, now: list[Idea], before: list[Idea], votes: Mapping[int, int]
    ) -> None:
        """Make a field for each idea."""
        super().__init__(data)
        self.weighing, self.now, self.before = weighing, now, before
        self.seen = seen_in(data)
        for idea in (*now, *before):
            vote = votes.get(idea.pk)
            self.fields[_name(idea)] = self._field(idea, vote)
            self.initial[_name(idea)] = ("" if vote is None else str(vote)) if self.is_graded else bool(vote)

    @property
    def is_graded(self) -> bool:
        """Say whether ideas get grades."""
        return self.weighing == Weighing.SCALE

    def rows_now(self) -> Iterator[tuple[Idea, BoundField]]:
        """Pair each idea on the screen with its field."""
        return ((idea, self[_name(idea)]) for idea in self.now)

    def rows_before(self) -> Iterator[tuple[Idea, BoundField]]:
        """Pair each idea that she voted on before with its field."""
        return ((idea, self[_name(idea)]) for idea in self.before)

    def wish(self) -> dict[int, int | None]:
        """Give the votes as the action takes them, of all ideas on her page that can still be voted on, or given up."""
        given = {
            idea.pk: self.cleaned_data[_name(idea)]
            for idea in (*self.now, *self.before)
            if (idea.is_open or self._is_given_up(idea)) and idea.pk in self.seen and self._is_hers(idea)
        }
        if self.is_graded:
            return {pk: int(value) if value else None for pk, value in given.items()}
        return {pk: int(value) for pk, value in given.items()}

    def _is_hers(self, idea: Idea) -> bool:
        """Say whether a vote was given on this page: not where she left it as it was and gave another elsewhere since."""
        name, was = _name(idea), self.seen[idea.pk]
        return str(self.cleaned_data[name]) != was or str(self.initial[name]) == was

    def _is_given_up(self, idea: Idea) -> bool:
        """Say whether she takes back an approval of an idea that was closed meanwhile."""
        return not (self.fields[_name(idea)].disabled or self.cleaned_data[_name(idea)])

    def _field(self, idea: Idea, vote: int | None) -> forms.Field:
        if self.is_graded:
            field: forms.Field = forms.ChoiceField(
                label=_about(_("Your grade"), idea),
                choices=GRADES,
                required=False,
                widget=forms.RadioSelect(),
            )
            field.is_owed = True  # type: ignore[attr-defined]  # "no grade" says what an empty answer means
        else:
            approves = self.weighing == Weighing.APPROVE
            words = _("I approve of this") if approves else _("I support this")
            field = forms.BooleanField(label=_about(words, idea), required=False)
        field.disabled = not idea.is_open
        if vote and not idea.is_open and self.weighing == Weighing.APPROVE:
            field.disabled = False
            field.help_text = _("The idea is closed. Taken back, your approval is free for another one.")
        return field


def seen_in(data: QueryDict | None) -> dict[int, str]:
    """Give the ideas that stood on the page of a ballot that was sent, each with what her vote was."""
    pairs = (one.partition("=") for one in (data.getlist("seen") if data else ()))
    return {
        int(idea): was
        for idea, _is, was in pairs
        if idea.isascii() and idea.isdecimal() and len(idea) < LONGEST_NUMBER
    }


def _about(words: str, idea: Idea) -> str:
    return format_html(
        '{}<span class="hidden-visually">: <bdi lang="{}">{}</bdi></span>', words, idea.language, idea.title
    )


def _name(idea: Idea) -> str:
    return f"idea-{idea.pk}"
