"""The days of a site in words: when its door is open, and how many seats are free."""

from collections.abc import Iterable
from datetime import tzinfo

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.spaces.queries import Day, Opening, Span
from fiksummin.ui.rows import Rows
from fiksummin.ui.templatetags.ui import badge, day_heading, hours, said


def open_hours(opening: Opening, zone: tzinfo) -> SafeString:
    """Say when the door is open on a day, and why it is otherwise than on others: "open 7–20", "closed: Christmas"."""
    reason = conditional_escape(str(said(opening.reason)))
    if opening.opens_at and opening.closes_at:
        words = escape(_("open %(span)s") % {"span": hours(opening.opens_at, opening.closes_at, zone)})
        return format_html("{}: {}", words, reason) if reason else words
    if opening.ordinary:
        return escape(_("closed"))
    return SafeString(escape(_("closed: %(reason)s")) % {"reason": reason})


def free(day: Day) -> SafeString:
    """Say how many seats are free on a day: a word with an icon."""
    if day.state == "closed":
        return badge(_("Closed"), "off")
    if day.state == "past":
        return badge(_("Closed for today"), "off")
    if day.whole:
        words = ngettext("%(free)s seat free", "%(free)s seats free", day.whole) % {"free": day.whole}
        return badge(words, "good", icon="armchair")
    if day.state == "open":
        return badge(_("Seats for a part of the day"), "wait")
    return badge(_("Full"), "stop", icon="ban")


def free_hours(span: Span, zone: tzinfo) -> str:
    """Say how many seats are free for some hours: "9–12: 5 seats free"."""
    words = ngettext("%(time)s: %(free)s seat free", "%(time)s: %(free)s seats free", span.free)
    return words % {"time": hours(span.starts_at, span.ends_at, zone), "free": span.free}


def choices(days: Iterable[Day], chosen: Day | None, zone: tzinfo) -> SafeString:
    """Draw days to choose from, one after another."""
    rows = Rows("spaces/_day.html")
    return SafeString(
        "".join(
            rows.draw(
                day=day.opening.date.isoformat(),
                heading=day_heading(day.opening.date, zone),
                hours=open_hours(day.opening, zone),
                chosen="chosen" if day == chosen else "",
                free=free(day) if day.opening.is_open else "",
            )
            for day in days
        )
    )
