"""Why one thing cannot be said to have come of another, and what an answer promised must have."""

from datetime import date

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.trail.models import LONGEST_STEP, Node
from fiksummin.trail.queries import ancestors


def why_not_link(source: Node, target: Node) -> str:
    """Say why a step cannot be: nothing comes of itself, not even by a long way round."""
    if source.pk == target.pk or target.pk in ancestors([source.pk]):
        return _("These are joined already, the other way round.")
    return ""


def why_not_promise(due_on: date, next_step: str, today: date) -> str:
    """Say what is wrong with a promise: a day that is past, or too many words."""
    if due_on < today:
        return _("The day promised is past. Choose one to come.")
    return why_too_long(next_step, LONGEST_STEP)
