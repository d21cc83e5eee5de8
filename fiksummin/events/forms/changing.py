"""An event is changed, held online instead, or cancelled: which of its series with it, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.events import rules
from fiksummin.events.actions import Scope
from fiksummin.events.forms.fields import OwedField, area
from fiksummin.events.forms.planning import NO_CHOICE, EventForm
from fiksummin.events.models import Event

SCOPES = [
    (Scope.THIS.value, gettext_lazy("This event alone")),
    (Scope.FOLLOWING.value, gettext_lazy("This and the following events of the series")),
    (Scope.ALL.value, gettext_lazy("All events of the series that are still to come")),
]


def scope_field() -> forms.ChoiceField:
    """Ask which events of a series are meant."""
    return forms.ChoiceField(
        label=gettext_lazy("Which events"),
        choices=SCOPES,
        initial=Scope.THIS.value,
        widget=forms.RadioSelect(),
        error_messages={**NO_CHOICE, "required": gettext_lazy("Choose which events are meant.")},
    )


class EventChangeForm(EventForm):
    """An event that is changed, and which others of its series with it."""

    scope = scope_field()
    reason = area(
        gettext_lazy("Why the time or the place is another"),
        gettext_lazy(
            "Those who registered read this in their letter, and it stands on the page of the event."
        ),
        rows=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the others only where there are any."""
        super().__init__(*args, **kwargs)
        if self.event is None or self.event.series_id is None:
            del self.fields["scope"]

    @property
    def scope_value(self) -> Scope:
        """Which events are meant."""
        return Scope(self.cleaned_data.get("scope", Scope.THIS))


class CancellationForm(forms.Form):
    """Why an event is cancelled; a draft needs no reason."""

    reason = area(
        gettext_lazy("Why the event is cancelled"),
        gettext_lazy("Those who registered read this in their letter."),
    )

    scope = scope_field()

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        """Know the event; ask for others only where it is one of a series."""
        super().__init__(*args, **kwargs)
        self.event = event
        setattr(self.fields["reason"], "is_owed", bool(event.published_at))  # noqa: B010 -- a draft needs none
        if event.series_id is None:
            del self.fields["scope"]

    def clean_reason(self) -> str:
        """Ask for one where somebody may read it."""
        given = str(self.cleaned_data["reason"])
        if refusal := rules.why_not_reason(self.event, given):
            raise forms.ValidationError(refusal)
        return given


class OnlineForm(forms.Form):
    """How one joins an event that is no longer held on site, why, and which others of its series are held so, too."""

    scope = scope_field()
    online_link = OwedField(
        label=gettext_lazy("Link to join online"),
        help_text=gettext_lazy("Only those who have a place see it."),
    )
    reason = area(
        gettext_lazy("Why the event is held online"),
        gettext_lazy(
            "Those who registered read this in their letter, and it stands on the page of the event."
        ),
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        """Begin with the link that the event has; ask for others only where it is one of a series."""
        super().__init__(*args, **kwargs)
        self.initial["online_link"] = event.online_link
        if event.series_id is None:
            del self.fields["scope"]

    def clean_online_link(self) -> str:
        """Ask for one: what stood there was shown."""
        given = str(self.cleaned_data["online_link"])
        if refusal := rules.why_not_join(given)[0]:
            raise forms.ValidationError(refusal)
        return given

    @property
    def words(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        scope = Scope(given.get("scope", Scope.THIS))
        return {"link": given["online_link"], "reason": given["reason"], "scope": scope}
