"""What people give after an event: what they took away, how it was; what the organisers write down and let out."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.time import now
from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models import Takeaway
from fiksummin.events.models.after import LONGEST_REASON, LONGEST_TAKEAWAY
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.events.rules.after import LONGEST_SIDE
from fiksummin.ui.forms import DayField, KeyField, PictureField

YES_NO = (("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")))
USEFUL = (
    ("5", gettext_lazy("Very useful")),
    ("4", gettext_lazy("Useful")),
    ("3", gettext_lazy("Somewhat useful")),
    ("2", gettext_lazy("Of little use")),
    ("1", gettext_lazy("Of no use")),
)


def _area(rows: int, most: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto", "maxlength": most})


class TakeawayForm(forms.Form):
    """What somebody took away. A few words alone are enough; the rest is folded away."""

    text = forms.CharField(
        label=gettext_lazy("What did you take away?"),
        help_text=gettext_lazy("For example what surprised you, or what you will try at your own work."),
        required=False,
        widget=_area(5, LONGEST_TAKEAWAY),
    )
    is_named = forms.BooleanField(
        label=gettext_lazy("Show my name with it"),
        help_text=gettext_lazy("The organisers see your name; others only if you tick this."),
        required=False,
    )
    link = forms.CharField(
        label=gettext_lazy("A link"),
        required=False,
        widget=forms.URLInput(attrs={"autocomplete": "off", "placeholder": "https://"}),
    )
    picture = PictureField(
        longest_side=LONGEST_SIDE,
        label=gettext_lazy("A picture"),
        required=False,
        allow_empty_file=True,
    )
    drops_picture = forms.BooleanField(label=gettext_lazy("Leave the picture out"), required=False)
    picture_words = forms.CharField(
        label=gettext_lazy("What the picture shows"),
        help_text=gettext_lazy("For those who do not see it."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    recording = forms.FileField(
        label=gettext_lazy("A short recording"),
        help_text=gettext_lazy(
            "One to three minutes are meant. An MP3, M4A, Ogg, WAV or WebM of 10 MB at most. It is kept as it is, so it may tell with which device it was made."
        ),
        required=False,
        max_length=255,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )
    drops_recording = forms.BooleanField(label=gettext_lazy("Leave the recording out"), required=False)
    recording_words = forms.CharField(
        label=gettext_lazy("What is said in the recording"),
        help_text=gettext_lazy("For those who do not hear it."),
        required=False,
        widget=_area(3, LONGEST_TAKEAWAY),
    )

    def __init__(self, *args: Any, told: Takeaway | None = None, **kwargs: Any) -> None:
        """Begin from what was told already."""
        super().__init__(*args, **kwargs)
        self.told = told
        if told is not None:
            names = ("text", "is_named", "link", "picture_words", "recording_words")
            self.initial = {name: getattr(told, name) for name in names}
        for name in ("picture", "recording"):
            if not (told and getattr(told, name)):
                del self.fields[f"drops_{name}"]

    @property
    def is_unfolded(self) -> bool:
        """Say whether more than words was told, or is wrong, so that it is not hidden."""
        folded = ("link", "picture", "picture_words", "recording", "recording_words")
        return any(self.initial.get(name) for name in folded) or bool({*folded} & {*self.errors})

    def wish(self) -> TakeawayWish:
        """Give what the action takes."""
        given = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return TakeawayWish(**given)


class FeedbackForm(forms.Form):
    """Three questions; nobody sees who said what."""

    was_useful = forms.ChoiceField(
        label=gettext_lazy("Was it useful to your work?"),
        choices=USEFUL,
        widget=forms.RadioSelect(),
        error_messages={
            "required": gettext_lazy("Say how useful it was."),
            "invalid_choice": gettext_lazy("Choose one of the answers given."),
        },
    )
    met_somebody_new = forms.ChoiceField(
        label=gettext_lazy("Did you meet somebody new from another agency?"),
        choices=YES_NO,
        widget=forms.RadioSelect(),
        error_messages={
            "required": gettext_lazy("Say whether you met somebody new."),
            "invalid_choice": gettext_lazy("Choose one of the answers given."),
        },
    )
    comes_again = forms.ChoiceField(
        label=gettext_lazy("Would you come to a like event again?"),
        choices=YES_NO,
        widget=forms.RadioSelect(),
        error_messages={
            "required": gettext_lazy("Say whether you would come again."),
            "invalid_choice": gettext_lazy("Choose one of the answers given."),
        },
    )

    def said(self) -> dict[str, Any]:
        """Give what the action takes."""
        given = self.cleaned_data
        return {
            "was_useful": int(given["was_useful"]),
            "met_somebody_new": given["met_somebody_new"] == "yes",
            "comes_again": given["comes_again"] == "yes",
        }


class OutcomeForm(forms.Form):
    """A decision, a next step with its owner and day, or an open question."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=OutcomeKind.choices,
        initial=OutcomeKind.NEXT_STEP,
        error_messages={
            "required": gettext_lazy("Choose a decision, a next step or an open question."),
            "invalid_choice": gettext_lazy("Choose a decision, a next step or an open question."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("In a few words"),
        error_messages={"required": gettext_lazy("Write it down in a few words.")},
        widget=forms.TextInput(attrs={"dir": "auto", "maxlength": 500}),
    )
    owner: Any = forms.ModelChoiceField(
        label=gettext_lazy("Who does it"),
        help_text=gettext_lazy("One of the organisers or of those who took part; she gets a letter."),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
        error_messages={
            "invalid_choice": gettext_lazy("Choose one of the organisers or of those who took part.")
        },
    )
    due_on = DayField(
        label=gettext_lazy("By when"),
        required=False,
        error_messages={"invalid": gettext_lazy("Give the day, for example 24.11.2026.")},
    )
    key = KeyField()

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        """Know who can be its owner."""
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]  # a field of a model


class DigestForm(forms.Form):
    """The words above the takeaways, and until when they were read."""

    summary = forms.CharField(
        label=gettext_lazy("Words above the takeaways"),
        help_text=gettext_lazy("What the event gave, in a few sentences."),
        required=False,
        widget=_area(4, LONGEST_TAKEAWAY),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_seen(self) -> datetime:
        """Read when the newest takeaway that was on the page was written; without it, all until now are meant."""
        try:
            moment = datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            return now()
        return moment if moment.tzinfo else now()


class ReasonForm(forms.Form):
    """Why something is taken off or declined."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        error_messages={"required": gettext_lazy("Say why, in at least ten characters.")},
        widget=_area(3, LONGEST_REASON),
    )

    def __init__(self, *args: Any, hint: str = "", **kwargs: Any) -> None:
        """Say who reads it."""
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = hint or _("Whoever wrote it reads the reason.")
