"""Starting an experiment in five minutes, its log, its ending."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.experiments.choices import Repeats, Works
from fiksummin.experiments.forms.fields import ReceiverForm
from fiksummin.experiments.forms.team import team_field
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.models.experiment import LONGEST_TITLE, LONGEST_WORDS, MOST_EUROS, WORDS
from fiksummin.experiments.queries import EndingWish, ExperimentWish, WordsWish
from fiksummin.experiments.rules.experiments import LONGEST_REASON
from fiksummin.ideas.choices import Perspective
from fiksummin.ideas.models import Idea
from fiksummin.ui.attachments import AttachmentField, words_field
from fiksummin.ui.forms import DayField, KeyField


def words(label: object, *, rows: int = 2, required: bool = True, hint: object = "") -> forms.CharField:
    """Give a field for a few sentences."""
    return forms.CharField(
        label=label, max_length=LONGEST_WORDS, required=required, help_text=hint,  # type: ignore[arg-type]  # said later
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )  # fmt: skip


class WordsForm(forms.Form):
    """What, why, what is expected, where, how one will know."""

    title = forms.CharField(label=gettext_lazy("What you try out"), max_length=LONGEST_TITLE)
    why = words(gettext_lazy("Why"))
    expectation = words(gettext_lazy("What you expect"))
    measure = words(gettext_lazy("How you will know"))
    place = forms.CharField(
        label=gettext_lazy("Where"),
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("A unit, a site, a service."),
    )
    perspectives = forms.MultipleChoiceField(
        label=gettext_lazy("Perspective"), choices=Perspective.choices, widget=forms.CheckboxSelectMultiple()
    )


class CorrectionForm(WordsForm):
    """Other words, and how often they had been changed when she read them."""

    upon = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def wish(self) -> WordsWish:
        """Give the words as the action takes them."""
        given = self.cleaned_data
        said = {name: given[name] for name in WORDS if name != "perspectives"}
        return WordsWish(**said, perspectives=tuple(given["perspectives"]), upon=given["upon"] or 0)


class ExperimentForm(WordsForm):
    """What is tried out, until when, for how much, with whom."""

    starts_on = DayField(
        label=gettext_lazy("First day"), required=False,
        help_text=gettext_lazy("Today, unless you choose another day."),
    )  # fmt: skip
    ends_on = DayField(label=gettext_lazy("Last day"))
    euros = forms.IntegerField(
        label=gettext_lazy("Money needed, in euros"),
        required=False,
        initial=0,
        min_value=0,
        max_value=MOST_EUROS,
    )
    repeats_how = forms.ChoiceField(
        label=gettext_lazy("How it repeats the other"), choices=Repeats.choices, required=False,
        widget=forms.RadioSelect(),
    )  # fmt: skip
    team = team_field(required=False)
    key = KeyField()

    def wish(self, *, idea: Idea | None = None, repeats: Experiment | None = None) -> ExperimentWish:
        """Give the experiment as the action takes it."""
        given = self.cleaned_data
        return ExperimentWish(
            **{name: given[name] for name in ("title", "why", "expectation", "measure", "place", "ends_on")},
            perspectives=tuple(given["perspectives"]), euros=given["euros"] or 0, idea=idea, repeats=repeats,
            repeats_how=given.get("repeats_how", ""), starts_on=given["starts_on"], invited=tuple(given["team"]),
        )  # fmt: skip


class NoteForm(forms.Form):
    """A line of the log: written, spoken or shown, as one likes."""

    text = words(
        gettext_lazy("What happened"), rows=3, required=False,
        hint=gettext_lazy("Write it, or attach a picture or a recording and say it in words below."),
    )  # fmt: skip
    file = AttachmentField(required=False)
    words = words_field(required=False)
    key = KeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Do not call optional what one of the ways needs."""
        super().__init__(*args, **kwargs)
        for name in ("text", "words"):
            setattr(self.fields[name], "is_owed", True)  # noqa: B010 -- one of the two


class LastDayForm(forms.Form):
    """Another last day, and why."""

    ends_on = DayField(label=gettext_lazy("Last day"))
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=LONGEST_REASON,
        help_text=gettext_lazy("It stands in the log of the experiment."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )  # fmt: skip


class QuestionForm(forms.Form):
    """A question to the team."""

    text = words(gettext_lazy("Your question"), rows=3)
    key = KeyField()


class ReplyForm(forms.Form):
    """The team's answer to one."""

    text = words(gettext_lazy("The team's answer"), rows=3)


def say_receiver(form: ReceiverForm) -> None:
    """Say who receives a lesson."""
    form.fields["receiver"].label = _("Who should receive the lesson: an e-mail address")
    form.fields["receiver"].help_text = _(
        "She gets a letter, and tells on the page of the experiment what she did with it. You are not told whether she uses the service already."
    )
    form.fields["unit"].help_text = _("Anybody who works there may answer.")


class EndingForm(ReceiverForm):
    """Does it work, what was learnt, and who is to hear of it."""

    works = forms.ChoiceField(
        label=gettext_lazy("Does it work?"), choices=Works.choices, widget=forms.RadioSelect()
    )
    lesson = words(
        gettext_lazy("What you learnt"), rows=4,
        hint=gettext_lazy("What others should know before they try. What did not work is worth as much."),
    )  # fmt: skip
    result = words(gettext_lazy("What came out"), rows=3, required=False)
    decision = words(gettext_lazy("What was decided"), required=False)
    key = KeyField()
    is_needed = False
    field_order = ("works", "lesson", "result", "decision", "receiver", "unit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say who receives a lesson."""
        super().__init__(*args, **kwargs)
        say_receiver(self)

    def wish(self) -> EndingWish:
        """Give the ending as the action takes it."""
        given = self.cleaned_data
        return EndingWish(
            **{name: given[name] for name in ("works", "lesson", "result", "decision")}, receiver=self.chosen
        )


class LessonReceiverForm(ReceiverForm):
    """To whom a lesson is left instead."""

    key = KeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is asked of whoever receives it."""
        super().__init__(*args, **kwargs)
        say_receiver(self)


class AnswerForm(forms.Form):
    """What became of a lesson."""

    answer = words(gettext_lazy("What you did with the lesson"), rows=3)
