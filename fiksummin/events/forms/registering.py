"""What somebody gives who registers: how, how many, who comes along, answers to the questions of the event."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from fiksummin.events.choices import AnswerKind, Mode, Sensitivity
from fiksummin.events.models import Event, Link, Question, Registration
from fiksummin.events.models.places import USUAL_OFFER_HOURS
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person
from fiksummin.ui.forms import KeyField

FIRST, AT_ONCE = "first", "at_once"
"""Asked before a place is hers, or given it at once."""
NO_NUMBER = gettext_lazy("Give the number of people in digits, for example 3.")


def _offer_field(*, required: bool) -> forms.ChoiceField:
    wrong = gettext_lazy("Choose one of the answers given.")
    return forms.ChoiceField(
        label=gettext_lazy("When a place becomes free for you"),
        help_text=gettext_lazy("You can change this while you wait."),
        required=required,
        widget=forms.RadioSelect(),
        error_messages={"required": wrong, "invalid_choice": wrong},
    )


class AnswersForm(forms.Form):
    """The questions of an event."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        """Know what the event asks."""
        super().__init__(*args, **kwargs)
        self.event, self.questions = event, list(event.questions.all())
        for question in self.questions:
            self.fields[f"question-{question.pk}"] = _field_of(question, event)

    def asked(self) -> list[Any]:
        """Give the fields of the questions, in their order."""
        return [self[f"question-{question.pk}"] for question in self.questions]

    @property
    def answers(self) -> dict[int, str]:
        """What the actions take, by the number of the question."""
        return {
            question.pk: " ".join(str(self.cleaned_data.get(f"question-{question.pk}") or "").splitlines())
            for question in self.questions
        }


class RegistrationForm(AnswersForm):
    """A place at an event. What a button alone sends is enough: one person, the only mode."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How you take part"),
        widget=forms.RadioSelect(),
        error_messages={
            "required": gettext_lazy("Choose how you take part."),
            "invalid_choice": gettext_lazy("One cannot take part in this event like that."),
        },
    )
    people = forms.IntegerField(
        label=gettext_lazy("How many of you"),
        help_text=gettext_lazy("You and those who come with you. You get places together, or wait together."),
        required=False,
        initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "autocomplete": "off"}),
        error_messages={"invalid": NO_NUMBER},
    )
    companions = forms.CharField(
        label=gettext_lazy("Who comes with you"),
        help_text=gettext_lazy(
            "One name on each line. The organisers see the names; you may leave this empty."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    offer = _offer_field(required=False)
    is_shown = forms.BooleanField(
        label=gettext_lazy("Let the others who have a place see my name and organisation"),
        help_text=gettext_lazy(
            "They see them on the page of the event until it is over; nobody else does. You can take this back."
        ),
        required=False,
    )
    key = KeyField()

    def __init__(self, *args: Any, event: Event, held: Registration | None = None, **kwargs: Any) -> None:
        """Know the event, and what was registered already when it is changed."""
        super().__init__(*args, event=event, **kwargs)
        modes = event.modes
        if held is not None or len(modes) < 2:
            del self.fields["mode"]
            self.only = held.mode if held else (modes or [Mode.ON_SITE])[0]
        else:
            self.fields["mode"].choices = [(mode, _ways()[mode]) for mode in modes]  # type: ignore[attr-defined]  # a choice field
        if held is not None:
            del self.fields["offer"], self.fields["is_shown"]
        else:
            self.fields["offer"].choices = _offers(event)  # type: ignore[attr-defined]  # as above
            self.initial.setdefault("offer", FIRST if event.offer_hours else AT_ONCE)
        if held is not None:
            self.initial = {**self.initial, **_words_of(held)}

    @property
    def may_wait(self) -> bool:
        """Say whether who registers now may have to wait, and chooses what happens then."""
        return self.event.awaits_lots() or any(pool.free <= 0 for pool in self.event.pools.all())

    def clean(self) -> dict[str, Any]:
        """Take an empty number for one, or for those who were named."""
        given = self.cleaned_data
        if "people" in given and given["people"] is None:
            given["people"] = 1 + len(self._names())
        return given

    def wish_of(self, person: Person | None) -> PlaceWish:
        """Give what the actions take."""
        given = self.cleaned_data
        return PlaceWish(
            mode=given.get("mode") or self.only, people=given["people"], person=person,
            companions=tuple(self._names()), is_shown=bool(given.get("is_shown")),
            asks_first={FIRST: True, AT_ONCE: False}.get(given.get("offer", "")), answers=self.answers,
        )  # fmt: skip

    def guest_of(self, link: Link) -> PlaceWish:
        """Give what a guest wants who came by a link."""
        return replace(
            self.wish_of(None), guest_name=link.name, guest_email=link.email, guest_language=link.language
        )

    def _names(self) -> list[str]:
        lines = str(self.cleaned_data.get("companions", "")).splitlines()
        return [name.strip()[:150] for name in lines if name.strip()]


class GuestForm(RegistrationForm):
    """The same from somebody without an account: her name and the address to which the link goes."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={"required": gettext_lazy("Give your name.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("We send you a link that confirms the registration."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Give your e-mail address."),
            "invalid": gettext_lazy("Give an e-mail address, for example name@example.fi."),
        },
    )
    field_order = ("name", "email", "mode", "people", "companions")

    def guest_wish(self) -> PlaceWish:
        """Give what the actions take."""
        given = self.cleaned_data
        language = (get_language() or "fi")[:2]
        return replace(
            self.wish_of(None), guest_name=given["name"], guest_email=given["email"], guest_language=language
        )


class OfferForm(forms.Form):
    """Whether somebody who waits is asked before a place is hers."""

    offer = _offer_field(required=True)

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        """Know what she wished so far, and how long the event holds a place."""
        super().__init__(*args, **kwargs)
        self.fields["offer"].choices = _offers(registration.event)  # type: ignore[attr-defined]  # a choice field
        self.initial = {"offer": FIRST if registration.offer_hours else AT_ONCE}


class HandoverForm(forms.Form):
    """To which colleague a place is handed."""

    email = forms.EmailField(
        label=gettext_lazy("Your colleague’s e-mail address"),
        help_text=gettext_lazy("She gets a link. The place is yours until she takes it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Give your colleague’s e-mail address."),
            "invalid": gettext_lazy("Give an e-mail address, for example name@example.fi."),
        },
    )
    key = KeyField()


def _offers(event: Event) -> list[tuple[str, str]]:
    """Say in words what happens when a place becomes free, either way."""
    hours = event.offer_hours or USUAL_OFFER_HOURS
    ask = ngettext(
        "Ask me first: the place is held for me for %(hours)d hour, and goes to the next if I do not answer",
        "Ask me first: the place is held for me for %(hours)d hours, and goes to the next if I do not answer",
        hours,
    ) % {"hours": hours}
    return [
        (FIRST, ask),
        (AT_ONCE, _("Give me the place at once: it is mine, and I cancel if I cannot come")),
    ]


def _ways() -> dict[str, str]:
    return {Mode.ON_SITE: _("On site"), Mode.VIRTUAL: _("Online")}


def _field_of(question: Question, event: Event) -> forms.Field:
    missing = {"required": _("Answer the question: %(question)s") % {"question": question.text}}
    words: dict[str, Any] = {
        "label": _in_its_language(question.text, event), "help_text": _hint(question, event), "required": question.is_required,
        "error_messages": missing,
    }  # fmt: skip
    if question.kind == AnswerKind.TEXT:
        area = forms.Textarea(attrs={"rows": 2, "dir": "auto", "autocomplete": "off"})
        return forms.CharField(widget=area, **words)
    yes_no = [("yes", _("Yes")), ("no", _("No"))]
    choices = (
        yes_no
        if question.kind == AnswerKind.YES_NO
        else [(each, _in_its_language(each, event)) for each in question.options]
    )
    missing["invalid_choice"] = _("Choose one of the answers given.")
    return forms.ChoiceField(widget=forms.RadioSelect(), choices=choices, **words)


def _hint(question: Question, event: Event) -> str:
    """Say why it is asked, and of what is sensitive when it is deleted."""
    said = [_in_its_language(question.why, event)]
    if question.sensitivity != Sensitivity.ORDINARY:
        days = event.keep_answers_days
        said.append(
            ngettext(
                "Your answer is deleted %(days)d day after the event.",
                "Your answer is deleted %(days)d days after the event.",
                days,
            )
            % {"days": days}
        )
    return format_html_join(" ", "{}", ((part,) for part in said if part))


def _in_its_language(words: str, event: Event) -> str:
    """Mark words of an event as of its language on a page in another one."""
    if not words or event.language == get_language():
        return words
    return format_html('<span lang="{}">{}</span>', event.language, words)


def _words_of(held: Registration) -> dict[str, Any]:
    answers = {f"question-{answer.question_id}": answer.value for answer in held.answers.all()}
    names = "\n".join(companion.name for companion in held.companions.all())
    return {"people": held.people, "companions": names, **answers}
