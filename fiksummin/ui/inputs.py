"""Plain inputs, drawn at once: Django's own way leads through three templates for each."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

PLAIN: Final = frozenset(
    f"django/forms/widgets/{kind}.html"
    for kind in ("date", "email", "hidden", "input", "number", "password", "text", "time", "url")
)
"""Templates of Django that draw nothing but an input with its attributes."""


def draw(widget: Mapping[str, Any]) -> SafeString:
    """Draw what those templates draw, to the letter, from the same context."""
    own = {"type": widget["type"], "name": widget["name"]}
    value = {} if widget["value"] is None else {"value": widget["value"]}
    attributes = "".join(_attribute(*pair) for pair in (own | value | widget["attrs"]).items())
    return SafeString(f"<input{attributes}>")


def _attribute(name: str, value: object) -> str:
    if value is False:
        return ""
    words = "" if value is True else f'="{conditional_escape(str(value))}"'
    return f" {conditional_escape(name)}{words}"
