"""The picture of a story, drawn on the server: the same things and ways as in its list, which screen readers read."""

from textwrap import TextWrapper
from typing import Final

from django import template
from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.core.time import HELSINKI
from fiksummin.trail.picture import DOWN, WORDS, Dot, Picture, Point, Way
from fiksummin.trail.picture import picture as placed
from fiksummin.trail.queries import Step

register = template.Library()

LINES = TextWrapper(26, max_lines=2, placeholder="…")
"""So many letters of a title fit beside its dot, on so many lines."""
ROUND, EDGE, HEAD = 7, 9, 6
"""Of the corners of ways, of a dot, and of the head of an arrow."""
REM: Final = 16


@register.filter
def picture(steps: list[Step]) -> Picture:
    """Place what a story tells of: ``{% with picture=part.steps|picture %}``."""
    return placed(steps)


@register.simple_tag
def drawn(picture: Picture, here: int) -> SafeString:
    """Draw it; ``here`` is the number of the thing whose story it is. Its links are for the pointer: the list has them, too."""
    width, height = picture.size
    return format_html(
        '<svg viewBox="0 0 {} {}" width="{}rem" height="{}rem" aria-hidden="true">{}{}</svg>',
        width, height, width / REM, height / REM,
        format_html_join("", '<path class="way{}" d="{}"/>', map(_way, picture.ways)),
        format_html_join(
            "",
            '<a href="{}" tabindex="-1"{}><rect y="{}" width="{}" height="{}"/><circle cx="{}" cy="{}" r="{}"/>{}</a>',
            (_dot(dot, picture, here) for dot in picture.dots),
        ),
    )  # fmt: skip


def _dot(dot: Dot, picture: Picture, here: int) -> tuple[object, ...]:
    (x, y), left = dot.at, picture.text_at
    mark = SafeString(' class="here"') if dot.number == here else ""
    kind = _kind(dot)
    words = format_html('<text class="kind" x="{}" y="{}"{}>{}</text>', left, y + 5, _squeezed(kind), kind)
    title = LINES.wrap(str(dot.face.title))
    language = format_html(' lang="{}"', dot.face.language) if dot.face.language else ""
    lines = format_html_join(
        "",
        '<text x="{}" y="{}"{}>{}</text>',
        ((left, y + 26 + 20 * number, language, line) for number, line in enumerate(title)),
    )
    return dot.face.url, mark, y - DOWN // 4, picture.size[0], DOWN, x, y, EDGE - 2, words + lines


def _squeezed(line: str) -> SafeString:
    """Have a line that is wider than the picture fit all the same."""
    fits = len(line) <= LINES.width
    return SafeString("" if fits else f' textLength="{WORDS}" lengthAdjust="spacingAndGlyphs"')


def _kind(dot: Dot) -> str:
    if dot.step is None:
        return _("Told earlier")
    node = dot.step.node
    day = date_format(node.opened_at.astimezone(HELSINKI), "SHORT_DATE_FORMAT")
    return f"{capfirst(node.kind_words)}, {day}"


def _way(way: Way) -> tuple[str, str]:
    """Draw a line with round corners, and the head of an arrow at the edge of the dot where it ends."""
    points = list(way.points)
    points[-1] = _before(points[-2], points[-1], EDGE)
    path = f"M{points[0][0]} {points[0][1]}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path += "L{} {}Q{} {} {} {}".format(
            *_before(before, corner, ROUND), *corner, *_before(after, corner, ROUND)
        )
    x, y = points[-1]
    back_x, back_y = _before(points[-2], points[-1], HEAD)
    side_x, side_y = back_y - y, back_x - x
    path += f"L{x} {y}M{back_x + side_x} {back_y + side_y}L{x} {y}L{back_x - side_x} {back_y - side_y}"
    return " undone" if way.link.undone_at else "", path


def _before(begin: Point, end: Point, by: int) -> Point:
    """Give the point so far before the end of a line that goes straight down, up or across."""
    (x, y), (to_x, to_y) = begin, end
    return to_x - by * ((to_x > x) - (to_x < x)), to_y - by * ((to_y > y) - (to_y < y))
