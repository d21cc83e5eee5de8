"""Why a rule that comes again cannot be."""

from datetime import timedelta

from django.utils.translation import gettext as _

from fiksummin.core.time import comes_after
from fiksummin.spaces.choices import Frequency
from fiksummin.spaces.queries.recurrence import MOST_DATES, Recurrence, dates
from fiksummin.spaces.rules.refusals import Refusal

LONGEST = timedelta(days=3 * 366)
"""How far a series reaches."""


def why_not_recurrence(rule: Recurrence) -> Refusal | None:
    """Say what is wrong with a rule, whatever is free."""
    if rule.frequency not in Frequency.values:
        return Refusal(_("Choose how often it comes again."), "frequency")
    if not 1 <= rule.interval <= 52:
        return Refusal(_("The interval is from 1 to 52."), "interval")
    if not comes_after(rule.ends, rule.starts):
        return Refusal(_("The end must be after the beginning."), "end")
    if any(not 0 <= day <= 6 for day in rule.weekdays):
        return Refusal(_("Choose days of the week."), "weekdays")
    return _why_not_so_long(rule) or _why_not_dates(rule)


def _why_not_so_long(rule: Recurrence) -> Refusal | None:
    if rule.until is None and rule.count is None:
        return Refusal(_("Say until when, or how many times."), "until")
    if rule.until is not None and rule.until < rule.first:
        return Refusal(_("The last day must not be before the first."), "until")
    if rule.until is not None and rule.until - rule.first > LONGEST:
        return Refusal(_("A series reaches at most three years."), "until")
    if rule.count is not None and not 1 <= rule.count <= MOST_DATES:
        return Refusal(_("A series has from 1 to %(most)d dates.") % {"most": MOST_DATES}, "count")
    return None


def _why_not_dates(rule: Recurrence) -> Refusal | None:
    found = dates(rule)
    if not found:
        return Refusal(_("The rule gives no dates. Choose other days, or a later last day."), "weekdays")
    if len(found) > MOST_DATES:
        return Refusal(
            _("A series has at most %(most)d dates, and this has more. Choose an earlier last day.")
            % {"most": MOST_DATES},
            "until",
        )
    return None
