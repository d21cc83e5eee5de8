"""Small pieces of this room's pages."""

from datetime import date, datetime

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.core.time import today
from fiksummin.ideas.badges import state_badge
from fiksummin.ideas.choices import IdeaState, Perspective, PhaseKind
from fiksummin.ideas.models import Campaign, Comment, Idea, Phase
from fiksummin.ui import when

register = template.Library()


@register.simple_tag
def idea_state(idea: Idea) -> SafeString:
    """Say where an idea stands: a word with an icon; an open one whose day is past is late."""
    return state_badge(idea.state, is_late=idea.is_open and _is_past(idea.node.due_on))


@register.filter
def phase_words(kind: str) -> str:
    """Say what a campaign does in a phase, at the beginning of a line."""
    return when.capital(str(PhaseKind(kind).label))


@register.filter
def perspective_words(perspective: str) -> str:
    """Say a perspective, at the beginning of a line."""
    return when.capital(str(Perspective(perspective).label))


@register.filter
def state_words(state: str) -> str:
    """Say where an idea stood, at the beginning of a line."""
    return when.capital(str(IdeaState(state).label))


@register.filter
def comment_words(comment: Comment) -> str:
    """Give what a comment says, or that it says nothing any more."""
    return comment.text or _("Whoever wrote this comment has taken it back.")


@register.filter
def phase_at(campaign: Campaign, at: datetime) -> Phase | None:
    """Give the phase of a campaign at a moment: ``{{ campaign|phase_at:at }}``."""
    return campaign.phase_at(at)


@register.filter
def local_date(moment: datetime) -> date:
    """Give the day of a moment in Finland."""
    return today(at=moment)


def _is_past(day: date | None) -> bool:
    return day is not None and day < today()
