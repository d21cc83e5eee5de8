"""Rows of the parts of an event: people, speakers, programme, materials, questions, quotas."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.forms import formset_factory
from django.utils.translation import gettext_lazy

from fiksummin.core.documents import Brought, accepted
from fiksummin.core.errors import Invalid
from fiksummin.core.time import today
from fiksummin.events.choices import AnswerKind, Sensitivity
from fiksummin.events.choices import Part as Role
from fiksummin.events.forms.fields import NO_SUCH_HOUR, AddressesField, OwedField, area, line, said_by
from fiksummin.events.models import Event
from fiksummin.events.queries.details import Kept, Part, Speaks, Thing
from fiksummin.events.queries.wishes import Asked, Share
from fiksummin.events.rules.details import MOST_ROWS
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Organisation, Person
from fiksummin.ui.forms import BLANK, ClockField, DayField

type Choices = list[tuple[int, str]]

NO_CHOICE = {"invalid_choice": gettext_lazy("Choose one of those given.")}


def stays(label: Any) -> forms.MultipleChoiceField:
    """Ask which of those there are stay."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=gettext_lazy("Take the tick away from those who no longer do."),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        error_messages=NO_CHOICE,
    )


class PeopleForm(forms.Form):
    """Who holds an event together, and who receives people at it: those who stay, by name, and further ones by address."""

    staying_organisers = stays(gettext_lazy("They hold the event now"))
    organisers = AddressesField(
        label=gettext_lazy("Add those who hold it"),
        help_text=gettext_lazy(
            "E-mail addresses, of any organisation. Each of them may change and cancel the event."
        ),
    )
    staying_hosts = stays(gettext_lazy("They receive people now"))
    hosts = AddressesField(
        label=gettext_lazy("Add those who receive people"),
        help_text=gettext_lazy("E-mail addresses of the hosts of the event."),
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        """Know who holds the event now; addresses are not shown, for not all who read this knew them."""
        super().__init__(*args, **kwargs)
        self.known = {row.person_id: row.person for row in event.people.all()}
        for name, part in (("staying_organisers", Role.ORGANISER), ("staying_hosts", Role.HOST)):
            rows = [row.person for row in event.people.all() if row.part == part]
            self.fields[name].choices = [(person.pk, str(person)) for person in rows]  # type: ignore[attr-defined]  # it chooses
            self.initial[name] = [person.pk for person in rows]
            if not rows:
                del self.fields[name]

    @property
    def people(self) -> dict[str, list[Person]]:
        """What the action takes."""
        return {
            name: [
                *(self.known[int(pk)] for pk in self.cleaned_data.get(f"staying_{name}", [])),
                *self.cleaned_data[name],
            ]
            for name in ("organisers", "hosts")
        }


class RowForm(forms.Form):
    """A row that knows the event."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        """Know the event, by whose clock times are meant."""
        super().__init__(*args, **kwargs)
        self.event = event


class SpeakerRow(RowForm):
    """Somebody who speaks."""

    name = OwedField(label=gettext_lazy("Name"))
    organisation = line(gettext_lazy("Organisation"))
    topic = line(gettext_lazy("Topic"))
    consents = forms.BooleanField(
        label=gettext_lazy("She or he has agreed that the name is shown"),
        help_text=gettext_lazy("Without it only those who hold the event see the name."),
        required=False,
    )

    @property
    def row(self) -> Speaks:
        """What the action takes."""
        return Speaks(
            **{name: self.cleaned_data[name] for name in ("name", "organisation", "topic", "consents")}
        )


class PartRow(RowForm):
    """A part of the programme."""

    day = DayField(label=gettext_lazy("Day, when the event lasts several"), required=False)
    start = ClockField(
        label=gettext_lazy("Begins"),
        error_messages={
            "required": gettext_lazy("Give the time of beginning."),
            "invalid": gettext_lazy("Give the time as hours and minutes, for example 9.30."),
        },
    )
    title = OwedField(label=gettext_lazy("What happens"))

    def clean(self) -> dict[str, Any]:
        """Turn the hour into a moment."""
        given = super().clean() or self.cleaned_data
        day = given.get("day") or self.event.starts_at.astimezone(self.event.zone).date()
        if given.get("start") is not None:
            try:
                given["starts_at"] = said_by(self.event.zone, datetime.combine(day, given["start"]))
            except (ValueError, OverflowError):
                self.add_error("start", NO_SUCH_HOUR)
        return given

    @property
    def row(self) -> Part:
        """What the action takes."""
        return Part(self.cleaned_data["starts_at"], self.cleaned_data["title"])


class MaterialRow(RowForm):
    """Something to read or to see."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = OwedField(label=gettext_lazy("Name of the material"))
    link = forms.CharField(
        label=gettext_lazy("Link"), required=False, widget=forms.URLInput(attrs={"autocomplete": "off"})
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        help_text=gettext_lazy(
            "A PDF, a picture, plain text or an office document without macros, 20 MB at most. What is in it is looked at, not its name."
        ),
        required=False,
        max_length=255,
        widget=forms.FileInput(),
    )
    is_after = forms.BooleanField(label=gettext_lazy("It is for after the event"), required=False)

    def clean_file(self) -> Brought | None:
        """Look into it; refuse what a browser would run."""
        brought: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if not brought:
            return None
        try:
            return accepted(brought, brought.name or "", brought.size or 0)
        except Invalid as refusal:
            raise forms.ValidationError(refusal.reason) from refusal

    @property
    def row(self) -> Thing:
        """What the action takes."""
        given = self.cleaned_data
        file = given["file"].file if given["file"] else None
        return Thing(given["title"], given["link"], file, not given["is_after"], given["pk"])


class QuestionRow(RowForm):
    """A question for those who register."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = OwedField(label=gettext_lazy("Question"))
    why = line(gettext_lazy("Why it is asked"), gettext_lazy("Stands beside the question."))
    kind = forms.ChoiceField(
        label=gettext_lazy("How it is answered"), choices=AnswerKind.choices, error_messages=NO_CHOICE
    )
    options = area(gettext_lazy("Answers to choose from"), gettext_lazy("One on each line."))
    sensitivity = forms.ChoiceField(
        label=gettext_lazy("What it is about"),
        help_text=gettext_lazy("Answers about diet and accessibility are deleted soon after the event."),
        choices=Sensitivity.choices,
        error_messages=NO_CHOICE,
    )
    is_required = forms.BooleanField(label=gettext_lazy("It must be answered"), required=False)

    @property
    def row(self) -> Kept:
        """What the action takes."""
        given = self.cleaned_data
        options = [line.strip() for line in given["options"].splitlines() if line.strip()]
        asked = Asked(
            given["text"], given["why"], given["kind"], tuple(dict.fromkeys(options)), given["sensitivity"],
            given["is_required"],
        )  # fmt: skip
        return Kept(asked, given["pk"])


class QuotaRow(RowForm):
    """How many places an organisation or a role has at most."""

    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        error_messages=NO_CHOICE,
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Or a role in the lab"), required=False, error_messages=NO_CHOICE
    )
    most = forms.IntegerField(
        label=gettext_lazy("Places at most"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0}),
        error_messages={
            "required": gettext_lazy("Give the number in digits, for example 3."),
            "invalid": gettext_lazy("Give the number in digits, for example 3."),
        },
        max_value=10_000,
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        """Offer the organisations that were read once for all rows."""
        super().__init__(*args, **kwargs)
        chosen = cast("forms.ModelChoiceField[Organisation]", self.fields["organisation"])
        chosen.queryset = _bodies(self.event)
        chosen.choices = [("", BLANK), *bodies]
        self.fields["role"].choices = [("", BLANK), *RoleKind.choices]  # type: ignore[attr-defined]  # it chooses

    @property
    def row(self) -> Share:
        """What the action takes."""
        given = self.cleaned_data
        return Share(given["most"], given["organisation"], given["role"])


def offered_for_quotas(event: Event) -> dict[str, Any]:
    """Read what the rows of quotas offer: the organisations of today, and those that have one."""
    return {"bodies": [(body.pk, str(body)) for body in _bodies(event)]}


def _bodies(event: Event) -> QuerySet[Organisation]:
    own = Organisation.objects.filter(pk__in=event.quotas.values("organisation"))
    return Organisation.objects.standing(today()) | own


def rows_of(form: type[RowForm]) -> Any:
    """Make the rows of a page: those there are, and an empty one."""
    return formset_factory(
        form, extra=1, can_delete=True, max_num=MOST_ROWS, validate_max=True, absolute_max=MOST_ROWS + 1
    )


def remains(formset: Any) -> list[Any]:
    """Give the rows that stay, as the actions take them."""
    return [form.row for form in formset if form.cleaned_data and not form.cleaned_data.get("DELETE")]


def local_parts(event: Event) -> list[dict[str, Any]]:
    """Give what the rows of a programme begin from, by the clock of the event."""
    found = []
    for item in event.programme.all():
        local = item.starts_at.astimezone(event.zone)
        day = local.date() if local.date() != event.starts_at.astimezone(event.zone).date() else None
        found.append({"day": day, "start": local.time(), "title": item.title})
    return found
