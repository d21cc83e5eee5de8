"""Why one thing cannot be said to have come of another, and what an answer promised must have."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.trail.models import LONGEST_STEP, Node
from fiksummin.trail.queries import ancestors

FURTHEST = timedelta(days=5 * 366)
"""How far off a day may be by which something is promised: what nobody lives to see is no promise."""


def why_not_link(source: Node, target: Node) -> str:
    """Say why a step cannot be: nothing comes of itself, not even by a long way round."""
    if source.pk == target.pk or target.pk in ancestors([source.pk]):
        return _("These are joined already, the other way round.")
    return ""


def why_not_promise(due_on: date, next_step: str, today: date) -> str:
    """Say what is wrong with a promise: a day that is past or too far off, or too many words."""
    return why_not_due(due_on, today) or why_too_long(next_step, LONGEST_STEP)


def why_not_due(due_on: date, today: date) -> str:
    """Say why nothing can be promised by a day."""
    if due_on < today:
        return _("The day promised is past. Choose one to come.")
    if due_on > today + FURTHEST:
        return _("The day promised is too far off. Choose one within five years.")
    return ""
