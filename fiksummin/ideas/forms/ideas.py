"""An idea, a step of it, a comment."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy

from fiksummin.ideas.choices import OPEN_STATES, STEPS, IdeaState, Perspective, Stance
from fiksummin.ideas.models import Idea
from fiksummin.ideas.models.idea import LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE
from fiksummin.ideas.models.opinions import LONGEST_COMMENT
from fiksummin.ideas.queries import Born, IdeaWish, StepWish, answerer_by
from fiksummin.ideas.rules import why_nobody_to_answer
from fiksummin.people.choices import Language
from fiksummin.people.models import Person
from fiksummin.trail.models import LONGEST_STEP
from fiksummin.ui.forms import DayField, KeyField

WORDS = ("title", "text", "perspective", "language")


class IdeaForm(forms.Form):
    """An idea as it is written in two minutes."""

    title = forms.CharField(label=gettext_lazy("The idea in one sentence"), max_length=LONGEST_TITLE)
    text = forms.CharField(
        label=gettext_lazy("What you would do, and why"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    perspective = forms.ChoiceField(
        label=gettext_lazy("Perspective"), choices=Perspective.choices, widget=forms.RadioSelect()
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the idea"),
        choices=Language.choices,
        initial=lambda: (get_language() or "fi")[:2],
    )
    key = KeyField()

    def wish(self, born: Born | None = None) -> IdeaWish:
        """Give the idea as the action takes it."""
        born = born or Born()
        words = {name: self.cleaned_data[name] for name in WORDS}
        return IdeaWish(**words, born_at=born.event, takeaway=born.takeaway)


def born_words(born: Born) -> dict[str, str]:
    """Begin the text of an idea from the open question that it answers."""
    return {"text": f"{born.question}\n\n"} if born.question else {}


def words_of(idea: Idea) -> dict[str, str]:
    """Give the words of an idea to a form."""
    return {name: getattr(idea, name) for name in WORDS}


class ReasonForm(forms.Form):
    """A reason alone."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


class StepForm(forms.Form):
    """Where an idea goes next: what is promised, or what was decided and why."""

    state = forms.ChoiceField(label=gettext_lazy("Where the idea stands now"), widget=forms.RadioSelect())
    reason = forms.CharField(
        label=gettext_lazy("What in the idea decided it"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=gettext_lazy("Needed for every answer. Authors, supporters and commenters read it."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    next_step = forms.CharField(
        label=gettext_lazy("Next step"),
        required=False,
        max_length=LONGEST_STEP,
        help_text=gettext_lazy("Not needed when the idea is closed."),
    )
    due_on = DayField(label=gettext_lazy("By which day"), required=False)
    owner = forms.EmailField(
        label=gettext_lazy("Who answers for the next step, by e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy(
            "A colleague of yours, or somebody who runs the lab. Left empty, it stays with whoever answers for the idea now; when it is opened again, it goes to whoever answers for the campaign."
        ),
    )
    key = KeyField()

    def __init__(self, *args: Any, idea: Idea, by: Person, **kwargs: Any) -> None:
        """Offer the steps that the idea may take, and let ``by`` choose who answers for the next one."""
        super().__init__(*args, **kwargs)
        self.by = by
        steps = [after for before, after in STEPS if before == idea.state]
        for name in ("reason", "next_step", "due_on"):
            setattr(self.fields[name], "is_owed", True)  # noqa: B010 -- by some answers; the rule says by which
        own = [IdeaState(idea.state)] if idea.state in OPEN_STATES else []
        offered = [step for step in (*own, *steps) if step not in (IdeaState.MERGED, IdeaState.WITHDRAWN)]
        choices: Any = self.fields["state"]
        choices.choices = [(step.value, step.label) for step in offered]
        self.initial.setdefault("next_step", idea.node.next_step)
        self.initial.setdefault("due_on", idea.node.due_on)

    def clean_owner(self) -> Person | None:
        """Find whom the address is of, out of those who may be chosen."""
        return _answerer(self.cleaned_data["owner"], self.by)

    def wish(self) -> StepWish:
        """Give the step as the action takes it."""
        given = self.cleaned_data
        return StepWish(**{name: given[name] for name in ("state", "reason", "next_step", "due_on", "owner")})


class EntrustingForm(forms.Form):
    """Who answers for an idea from now on, and by which day."""

    owner = forms.EmailField(
        label=gettext_lazy("Who answers for the idea from now on, by e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("A colleague of yours, or somebody who runs the lab."),
    )
    due_on = DayField(label=gettext_lazy("By which day"))

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        """Let ``by`` choose."""
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_owner(self) -> Person | None:
        """Find whom the address is of, out of those who may be chosen."""
        return _answerer(self.cleaned_data["owner"], self.by)


def _answerer(address: str, by: Person) -> Person | None:
    owner = answerer_by(address, by) if address else None
    if address and owner is None:
        raise ValidationError(why_nobody_to_answer())
    return owner


def _said(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_COMMENT, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )


class CommentWordsForm(forms.Form):
    """A comment in other words."""

    text = _said(gettext_lazy("Your comment"))


class CommentForm(forms.Form):
    """Something to say about an idea, or in answer to what somebody said."""

    answers = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())
    text = _said(gettext_lazy("Your comment"))
    stance = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=Stance.choices,
        initial=Stance.REMARK,
        widget=forms.RadioSelect(),
    )
    key = KeyField()
