"""A line that rises from nothing to all, drawn on the server."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from fiksummin.ideas.queries import Curve
from fiksummin.ui.templatetags.ui import percent

register = template.Library()

LEFT, RIGHT, TOP, FOOT = 86, 590, 14, 200
"""Of the plot, in units of the picture, which is 600 wide and 240 high."""


@register.simple_tag
def answer_curve(curve: Curve, title: str, promised: int | None = None) -> SafeString:
    """Draw the share answered over working days, with a line at the day that was promised; ``title`` says what is seen."""
    longest = max(curve.longest, promised or 0, 1)
    steps = "".join(
        f"H{_across(point.day, longest)}V{_down(point.share)}" for point in curve.points if point.answered
    )
    path = f"M{LEFT} {FOOT}{steps}H{_across(curve.longest, longest)}"
    grid = format_html_join(
        "",
        '<path class="grid" d="M{} {}H{}"/><text x="{}" y="{}" text-anchor="end">{}</text>',
        (
            (LEFT, _down(share), RIGHT, LEFT - 8, _down(share) + 5, percent(share))
            for share in (0.0, 0.5, 1.0)
        ),
    )
    days = format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="{}">{}</text>',
        (
            (_across(day, longest), FOOT + 30, "end" if day == longest else "middle", day)
            for day in sorted({0, longest // 2, longest})
        ),
    )
    mark = (
        format_html('<path class="promise" d="M{} {}V{}"/>', _across(promised, longest), TOP, FOOT)
        if promised
        else ""
    )
    return format_html(
        '<svg class="curve" viewBox="0 0 600 240" role="img" aria-label="{}">{}{}{}<path class="line" d="{}"/></svg>',
        title, grid, days, mark, path,
    )  # fmt: skip


def _across(day: int, longest: int) -> int:
    return LEFT + round((RIGHT - LEFT) * day / longest)


def _down(share: float) -> int:
    return FOOT - round((FOOT - TOP) * share)
