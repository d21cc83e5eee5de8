"""Small pieces of this room's pages."""

from datetime import date

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.events import badges
from fiksummin.events.choices import InvitationState, Mode, OutcomeKind, RegistrationState
from fiksummin.events.forms.after import USEFUL, FeedbackForm
from fiksummin.events.models import Event, PlannedTheme, Pool, Registration, Theme
from fiksummin.events.queries import Figures
from fiksummin.events.queries.words import capacity_words, place_words
from fiksummin.spaces.choices import ServiceLanguage
from fiksummin.trail.things import Face
from fiksummin.ui import when
from fiksummin.ui.templatetags.ui import badge

register = template.Library()
register.simple_tag(badges.event_state)
register.simple_tag(badges.free_places)

STANDING = {
    RegistrationState.CONFIRMED: "good",
    RegistrationState.OFFERED: "wait",
    RegistrationState.QUEUED: "wait",
    RegistrationState.DRAWING: "wait",
    RegistrationState.ENDED: "off",
}


INVITED = {
    InvitationState.WAITING: "wait",
    InvitationState.ACCEPTED: "good",
    InvitationState.SCHEDULED: "good",
    InvitationState.DECLINED: "stop",
    InvitationState.WITHDRAWN: "off",
}


@register.simple_tag
def invitation_state(state: InvitationState) -> SafeString:
    """Say where an agency's invitation stands: a word with an icon."""
    return badge(when.capital(str(InvitationState(state).label)), INVITED[InvitationState(state)])


@register.filter
def place(event: Event) -> str:
    """Say where an event is held, in a line: ``{{ event|place }}``."""
    return place_words(event)


@register.filter
def place_after(event: Event) -> str:
    """Say where an event is held, after other words in a line."""
    return place_words(event, begins=False)


@register.filter
def local_day(event: Event) -> date:
    """Give the day on which an event begins, by its own clock."""
    return event.starts_at.astimezone(event.zone).date()


@register.simple_tag
def registration_state(state: RegistrationState, position: int = 0) -> SafeString:
    """Say where a registration stands: a word with an icon."""
    if position:
        return badge(_("In the queue, place %(position)d") % {"position": position}, "wait")
    return badge(when.capital(str(RegistrationState(state).label)), STANDING[RegistrationState(state)])


@register.filter
def way(mode: str) -> str:
    """Say how one takes part, at the beginning of a line: "On site"."""
    return when.capital(str(Mode(mode).label))


@register.simple_tag
def pool_words(event: Event, pool: Pool) -> str:
    """Say how many places of a mode are free, of how many, or wait for the lottery."""
    return capacity_words(event, pool)


@register.filter
def of_theme(plan: dict[int, PlannedTheme], theme: Theme) -> PlannedTheme | None:
    """Give what a season plans of a theme, for those who may read it."""
    return plan.get(theme.pk)


@register.filter
def of_planned(asked: dict[int, list[Face]], planned: PlannedTheme | None) -> list[Face]:
    """Give the ideas that asked for a planned theme."""
    return asked.get(planned.pk, []) if planned else []


@register.filter
def spoken_words(event: Event) -> str:
    """Say in which languages an event is held."""
    codes = event.spoken or [event.language]
    return ", ".join(str(ServiceLanguage(code).label) for code in codes if code in ServiceLanguage.values)


@register.filter
def reach(registration: Registration) -> str:
    """Say how one takes part, and with how many."""
    said = way(registration.holds or registration.mode)
    count = registration.people
    if count < 2:
        return said
    return f"{said}, " + ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


@register.filter
def outcome_heading(kind: str) -> str:
    """Head a list of what came of an event: "Next steps"."""
    return {
        OutcomeKind.DECISION: _("Decisions"),
        OutcomeKind.NEXT_STEP: _("Next steps"),
        OutcomeKind.QUESTION: _("Open questions"),
    }[OutcomeKind(kind)]


@register.filter
def met_sentence(figures: Figures) -> str:
    """Say in a sentence what is seen: how many met somebody new, when that may be told."""
    met = next((row.count for row in figures.met if row.answer == "True"), None)
    if met is None:
        return ngettext("%(all)d has answered.", "%(all)d have answered.", figures.shown) % {
            "all": figures.shown
        }
    words = {"met": met, "all": figures.shown}
    return _("Of the first %(all)d who answered %(met)d met somebody new from another agency.") % words


@register.filter
def feedback_tables(figures: Figures) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """Give the three questions, each with its answers in words and how many gave them."""
    useful = {key: str(words) for key, words in USEFUL}
    either = {"True": _("Yes"), "False": _("No")}
    asked = (("was_useful", figures.useful, useful), ("met_somebody_new", figures.met, either), ("comes_again", figures.again, either))  # fmt: skip
    labels = FeedbackForm.base_fields
    return [
        (str(labels[name].label), [(words[row.answer], row.count) for row in rows])
        for name, rows, words in asked
    ]
