"""Small pieces of this room's pages."""

from datetime import date

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from fiksummin.library.choices import LABELS, Result, Ruling
from fiksummin.library.models import Item, Report, ToolRuling
from fiksummin.library.queries import Used
from fiksummin.ui import when
from fiksummin.ui.templatetags.ui import badge

register = template.Library()

LABEL_WORDS = dict(LABELS)
RESULTS = {Result.WORKS: "good", Result.PARTLY: "wait", Result.NO: "off", Result.EARLY: ""}
RULINGS = {Ruling.PERMITTED: "good", Ruling.LIMITED: "wait", Ruling.FORBIDDEN: "stop"}


@register.simple_tag
def item_state(item: Item, day: date, retired: object = None) -> SafeString:
    """Say where a thing stands, when that is worth a word: a draft, out of use, not checked in time."""
    if item.published_at is None:
        return badge(_("Draft"), "off")
    if retired:
        return badge(_("Out of use"), "stop")
    return badge(_("Not checked in time"), "wait") if item.is_stale(day) else SafeString("")


@register.simple_tag
def result_badge(report: Report) -> SafeString:
    """Say how it goes somewhere. What did not work is a result as good as any."""
    return badge(when.capital(report.get_result_display()), RESULTS[Result(report.result)])


@register.simple_tag
def ruling_badge(row: ToolRuling) -> SafeString:
    """Say whether an agency permits a tool."""
    return badge(when.capital(row.get_ruling_display()), RULINGS[Ruling(row.ruling)])


@register.filter
def label_words(item: Item) -> str:
    """Say by which perspectives and dimensions it is found (prefetched ``labels`` are used)."""
    return when.capital(", ".join(str(LABEL_WORDS[label.word]) for label in item.labels.all()))


@register.simple_tag
def used_words(used: Used) -> str:
    """Say in how many agencies something is used, and for how many of its users it works, success and failure alike."""
    if not used.times:
        return _("Nobody has told yet that it is used.")
    users = ngettext("%(count)d user", "%(count)d users", used.times) % {"count": used.times}
    agencies = ngettext("Used in %(count)d agency", "Used in %(count)d agencies", used.agencies)
    counts = (
        (Result.WORKS, used.worked),
        (Result.PARTLY, used.partly),
        (Result.NO, used.failed),
        (Result.EARLY, used.early),
    )
    told = ", ".join(f"{Result(result).label}: {count}" for result, count in counts if count)
    return f"{agencies % {'count': used.agencies}}, {users}. {when.capital(told)}."


@register.filter
def steps(text: str) -> list[str]:
    """Give the lines of a text that has one step on each."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.simple_tag
def rating_words(used: Used) -> str:
    """Say how those rate it who used it; few ratings say in words that they are few."""
    few = {
        0: _("None of those who use it has rated it."),
        1: _("One of those who use it has rated it; a mean is shown from five on."),
        2: _("Two of those who use it have rated it; a mean is shown from five on."),
        3: _("Three of those who use it have rated it; a mean is shown from five on."),
        4: _("Four of those who use it have rated it; a mean is shown from five on."),
    }
    if used.mean is None:
        return few[len(used.ratings)]
    mean = f"{used.mean:.1f}"
    words = {"mean": mean if _is_english() else mean.replace(".", ","), "count": len(used.ratings)}
    return _("Rated %(mean)s of 5 by %(count)d who use it.") % words


def _is_english() -> bool:

    return (get_language() or "fi")[:2] == "en"
