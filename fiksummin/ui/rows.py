"""Many rows alike: their template is drawn once for each shape that they have, then filled for each row.

The template engine walks through every part of a row anew, and that costs more than all else of a long
list. Here it draws a row with places left free; what the rows say is put into the places. A row's shape
is which of its parts it has: ``{% if row.note %}`` asks the same of all rows of one shape.
"""

from html import escape
from typing import Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

_EDGE: Final = "\ue000"
"""Before and after the name of a place: of Unicode's private use, so that no template has it."""


class Rows:
    """``Rows("ui/_row.html")``, then ``draw(pk="12", name="Ada")``; the template says ``{{ row.name }}``.

    A template prints the parts or asks whether there is one, and does nothing else with them: it never sees
    them. It is drawn in the language that is spoken then, so rows live no longer than their page.
    """

    def __init__(self, template: str) -> None:
        """Know the template of one row."""
        self.template = template
        self.shapes: dict[frozenset[str], str] = {}

    def draw(self, **parts: str) -> SafeString:
        """Draw a row from its parts, escaped unless they are safe; "" for those that it has not."""
        safe = {
            name: part if isinstance(part, SafeString) else escape(part)
            for name, part in parts.items()
            if part
        }
        shape = frozenset(safe)
        return SafeString((self.shapes.get(shape) or self._shape(shape)) % safe)

    def _shape(self, shape: frozenset[str]) -> str:
        places = {name: SafeString(f"{_EDGE}{name}{_EDGE}") for name in shape}
        drawn = render_to_string(self.template, {"row": places}).replace("%", "%%")
        for name, place in places.items():
            drawn = drawn.replace(place, f"%({name})s")
        self.shapes[shape] = drawn
        return drawn
