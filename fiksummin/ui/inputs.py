"""Plain inputs, drawn at once: Django's own way leads through three templates for each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

type Widget = Mapping[str, Any]


def plain(widget: Widget) -> SafeString:
    """Draw an input with its attributes."""
    own = {"type": widget["type"], "name": widget["name"]}
    value = {} if widget["value"] is None else {"value": widget["value"]}
    return SafeString(f"<input{_attributes(own | value | widget['attrs'])}>")


def area(widget: Widget) -> SafeString:
    """Draw a field for several lines."""
    attributes = _attributes({"name": widget["name"]} | widget["attrs"])
    return SafeString(f"<textarea{attributes}>\n{conditional_escape(widget['value'] or '')}</textarea>")


def select(widget: Widget) -> SafeString:
    """Draw a list to choose from, with its groups."""
    groups = "".join(_group(name, options) for name, options, _index in widget["optgroups"])
    return SafeString(f"<select{_attributes({'name': widget['name']} | widget['attrs'])}>{groups}\n</select>")


_DRAWN: Final = {
    plain: (
        "checkbox", "checkbox_option", "date", "email", "hidden", "input", "number", "password", "radio_option",
        "text", "time", "url",
    ),
    area: ("textarea",),
    select: ("select",),
}  # fmt: skip
PLAIN: Final[Mapping[str, Callable[[Widget], SafeString]]] = {
    f"django/forms/widgets/{kind}.html": draw for draw, kinds in _DRAWN.items() for kind in kinds
}
"""Templates of Django, and what draws to the letter what they draw, from the same context; but no label around it."""


def _group(name: str, options: Iterable[Widget]) -> str:
    drawn = "".join(f"\n  {_option(option)}" for option in options)
    return f'\n  <optgroup label="{conditional_escape(name)}">{drawn}\n  </optgroup>' if name else drawn


def _option(option: Widget) -> str:
    attributes = _attributes({"value": str(option["value"])} | option["attrs"])
    return f"<option{attributes}>{conditional_escape(option['label'])}</option>\n"


def _attributes(attributes: Mapping[str, object]) -> str:
    return "".join(_attribute(*pair) for pair in attributes.items())


def _attribute(name: str, value: object) -> str:
    if value is False:
        return ""
    words = "" if value is True else f'="{conditional_escape(str(value))}"'
    return f" {conditional_escape(name)}{words}"
