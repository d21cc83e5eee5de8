"""A campaign: its question, for whom, what is promised, and its phases."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import get_language, gettext_lazy

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import HELSINKI, day_bounds, today
from fiksummin.events.models import Event
from fiksummin.ideas.choices import Audience, PhaseKind, Weighing
from fiksummin.ideas.models import Campaign
from fiksummin.ideas.queries import CampaignWish
from fiksummin.ideas.rules.campaigns import MOST_APPROVED, MOST_PROMISE_DAYS
from fiksummin.people.models import Organisation, Person
from fiksummin.people.queries import who_run_the_lab
from fiksummin.ui import when
from fiksummin.ui.forms import DayField, KeyField
from fiksummin.ui.tongues import in_tongues


class EventField(forms.ModelChoiceField):  # type: ignore[type-arg]  # its stub alone knows what it is of
    """One of the events that somebody may see, with its day."""

    def label_from_instance(self, obj: Event) -> str:
        """Say which event it is."""
        day = when.day(
            obj.starts_at.astimezone(HELSINKI).date(), language=get_language() or "fi", today=today()
        )
        return f"{obj.heading}, {day}"


class CampaignForm(forms.Form):
    """A question to many. Without days of phases it is a channel that is always open."""

    title_fi, title_sv, title_en = in_tongues(gettext_lazy("Name"), 120, required=True)
    question_fi, question_sv, question_en = in_tongues(gettext_lazy("Question"), 300, required=True, lines=2)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Who asks"), empty_label=None
    )
    owner = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Who answers for the campaign"), empty_label=None,
        help_text=gettext_lazy("Somebody who runs the lab. Open ideas that the former owner was to answer go along."),
    )  # fmt: skip
    born_at = EventField(
        queryset=Event.objects.none(), label=gettext_lazy("Event at which it is launched"), required=False,
        help_text=gettext_lazy("Also one that somebody else holds. The two pages lead to each other."),
    )  # fmt: skip
    audience = forms.ChoiceField(
        label=gettext_lazy("For whom"), choices=Audience.choices, initial=Audience.MEMBERS
    )
    promise_days = forms.IntegerField(
        label=gettext_lazy("Working days within which each idea is answered"),
        initial=10,
        min_value=1,
        max_value=MOST_PROMISE_DAYS,
        help_text=gettext_lazy("Weekends and Finnish public holidays are not counted."),
    )
    weighing = forms.ChoiceField(
        label=gettext_lazy("How ideas are weighed"),
        choices=Weighing.choices,
        widget=forms.RadioSelect(),
        initial=Weighing.SUPPORT,
    )
    approve_most = forms.IntegerField(
        label=gettext_lazy("How many one may approve of"), initial=3, min_value=1, max_value=MOST_APPROVED
    )
    collect = DayField(
        label=gettext_lazy("Ideas are collected from"),
        required=False,
        help_text=gettext_lazy("Leave all the days empty for a channel that is always open."),
    )
    talk = DayField(label=gettext_lazy("Ideas are talked over from"), required=False)
    weigh = DayField(label=gettext_lazy("Ideas are weighed from"), required=False)
    weigh_2 = DayField(
        label=gettext_lazy("The best third is weighed again from"),
        required=False,
        help_text=gettext_lazy(
            "A second round finds the best more surely. Leave the day empty for one round."
        ),
    )
    decide = DayField(label=gettext_lazy("Ideas are answered from"), required=False)
    carry_out = DayField(label=gettext_lazy("What was decided is carried out from"), required=False)
    key = KeyField()

    def __init__(self, *args: Any, events: QuerySet[Event], owner: Person | None, **kwargs: Any) -> None:
        """Offer the organisations that stand beside the present one, ``events``, and those who run the lab beside ``owner``."""
        super().__init__(*args, **kwargs)
        organisation: Any = self.fields["organisation"]
        present: Organisation | None = self.initial.get("organisation")
        kept = Organisation.objects.filter(pk=present.pk if present else 0)
        organisation.queryset = Organisation.objects.standing(today()) | kept
        born_at: Any = self.fields["born_at"]
        born_at.queryset = events
        answers: Any = self.fields["owner"]
        answers.queryset = owners(owner)
        self.initial.setdefault("owner", owner)

    def add_error(self, field: str | None, error: Any) -> None:
        """Put what is wrong with the order of phases at the first of them."""
        super().add_error("collect" if field == "phases" else field, error)

    def wish(self) -> CampaignWish:
        """Give the campaign as the action takes it; a phase begins with its day in Finland."""
        given = self.cleaned_data
        phases: dict[str, datetime] = {
            kind: day_bounds(given[kind], HELSINKI)[0] for kind in PhaseKind.values if given.get(kind)
        }
        return CampaignWish(
            title={code: given[f"title_{code}"] for code in LANGUAGES},
            question={code: given[f"question_{code}"] for code in LANGUAGES},
            organisation=given["organisation"],
            owner=given["owner"],
            born_at=given["born_at"],
            audience=given["audience"],
            promise_days=given["promise_days"],
            weighing=given["weighing"],
            approve_most=given["approve_most"],
            phases=phases,
        )


def owners(owner: Person | None) -> QuerySet[Person]:
    """Give who may answer for a campaign: those who run the lab, and whoever does so already."""
    running = who_run_the_lab(today()).values("pk")
    also = Q(pk=owner.pk) if owner else Q()
    return Person.objects.get_queryset().filter(Q(pk__in=running) | also).order_by("name", "pk")


def words_of(campaign: Campaign) -> dict[str, object]:
    """Give a campaign to a form."""
    names = [f"{name}_{code}" for name in ("title", "question") for code in LANGUAGES]
    names += ["organisation", "born_at", "audience", "promise_days", "weighing", "approve_most"]
    begun = {phase.kind: today(at=phase.starts_at) for phase in campaign.phases.all()}
    return {name: getattr(campaign, name) for name in names} | begun
