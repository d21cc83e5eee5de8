"""Why a place cannot be shut, or opened again."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from fiksummin.spaces.models import Closure, Site
from fiksummin.spaces.queries import Closing
from fiksummin.spaces.rules.refusals import Refusal

LONGEST = timedelta(days=2 * 366)
LONGEST_REASON = 300


def why_not_close(site: Site, closing: Closing, at: datetime) -> Refusal | None:
    """Say what is wrong with a closure as wished."""
    return _why_not_when(site, closing, at) or _why_not_words(closing.reason)


def why_not_reopen(closure: Closure, at: datetime) -> str:
    """Say why a closure cannot be lifted."""
    if closure.lifted_at:
        return _("The place has been opened again already.")
    return _("The closure is over.") if at >= closure.ends_at else ""


def _why_not_when(site: Site, closing: Closing, at: datetime) -> Refusal | None:
    if closing.space is not None and closing.space.site_id != site.pk:
        return Refusal(_("There is no such space at this site."), "space")
    if closing.end <= closing.start:
        return Refusal(_("The end must be after the beginning."), "end")
    if closing.end <= at:
        return Refusal(_("That time has passed already."), "last")
    if closing.end - closing.start > LONGEST:
        return Refusal(_("A closure lasts at most two years. Change the site’s hours instead."), "last")
    return None


def _why_not_words(reason: dict[str, str]) -> Refusal | None:
    if not reason.get("fi", "").strip():
        return Refusal(_("Give the reason in Finnish."), "reason_fi")
    if any(len(words) > LONGEST_REASON for words in reason.values()):
        return Refusal(
            _("The reason is too long: at most %(most)d characters.") % {"most": LONGEST_REASON}, "reason_fi"
        )
    return None
