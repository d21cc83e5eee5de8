"""Why a thing cannot be said to hold, be taken out of use, or come back."""

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_no_reason
from fiksummin.library.models import Item, Retirement
from fiksummin.library.models.upkeep import LONGEST_REASON
from fiksummin.library.rules.items import keeps_or
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

MOST_STEPS = 1000
"""Replacements followed at most; the database refuses a circle of any length."""


def why_not_check(item: Item, person: Person) -> str:
    """Say why somebody cannot say that it holds: those who keep it up do, then hosts, and editors."""
    if not keeps_or(item, person, RoleKind.HOST, RoleKind.EDITOR):
        return _("Those who keep it up check it, or a host.")
    if item.published_at is None:
        return AsItStands(_("It is not published yet."))
    return AsItStands(_("It is out of use.")) if is_retired(item) else ""


def why_not_retire(item: Item, person: Person) -> str:
    """Say why somebody cannot take it out of use: those who keep it up do, hosts and editors."""
    if not keeps_or(item, person, RoleKind.HOST, RoleKind.EDITOR):
        return _("It is taken out of use by those who keep it up, or by a host.")
    if item.published_at is None:
        return AsItStands(_("It is not published yet."))
    return AsItStands(_("It is out of use already.")) if is_retired(item) else ""


def why_not_retirement(item: Item, replacement: Item | None, reason: str) -> tuple[str, str]:
    """Give the sentence about what is wrong with taking it out of use so, and its field."""
    sentence, field = why_no_reason(reason, LONGEST_REASON)
    if sentence:
        return sentence, field
    if replacement is None:
        return "", ""
    if replacement.published_at is None:
        return _("What replaces it must be published."), "replacement"
    if replacement.pk == item.pk or item.pk in _replaced_by(replacement):
        return _("It cannot replace itself, not even by a long way round."), "replacement"
    return "", ""


def why_not_return(item: Item, person: Person) -> str:
    """Say why somebody cannot take it back into use."""
    if not keeps_or(item, person, RoleKind.HOST, RoleKind.EDITOR):
        return _("It is taken back into use by those who keep it up, or by a host.")
    return "" if is_retired(item) else AsItStands(_("It is in use."))


def is_retired(item: Item) -> bool:
    """Say whether it is out of use (prefetched ``retirements`` are used)."""
    return any(row.undone_at is None for row in item.retirements.all())


def _replaced_by(item: Item) -> list[int]:
    """Give what replaces a thing, and what replaces that."""
    found: list[int] = []
    number: int | None = item.pk
    while number is not None and number not in found and len(found) < MOST_STEPS:
        found.append(number)
        standing = Retirement.objects.filter(item=number, undone_at=None)
        number = standing.values_list("replacement", flat=True).first()
    return found
