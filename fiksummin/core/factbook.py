"""docs/facts.md: every fact, what it says, and who listens. Generated, so that it is true."""

import inspect
from dataclasses import fields

from fiksummin.core.facts import KINDS, Fact, listeners

HEAD = """# Facts

What the rooms of the house announce, and who listens. Written by `fiksummin facts`; do not edit by hand.

*At once* happens in the same transaction and may undo it. *Later* is done by the worker from the journal, at
least once.
"""


def page() -> str:
    """The whole page, in the order of names."""
    return "\n".join([HEAD, *(_entry(name, kind) for name, kind in sorted(_own().items()))])


def _own() -> dict[str, type[Fact]]:
    """Facts of the house; what tests announce is left out."""
    return {name: kind for name, kind in KINDS.items() if kind.__module__.startswith("fiksummin.")}


def _entry(name: str, kind: type[Fact]) -> str:
    at_once, later = listeners(kind)
    carried = ", ".join(f"`{field.name}`" for field in fields(kind))
    heard = [f"- at once: `{path}`" for path in at_once] + [f"- later: `{path}`" for path in later]
    text = inspect.cleandoc(kind.__doc__ or "")
    return "\n".join(
        [f"## {name}", "", text, "", f"Carries {carried}.", "", *(heard or ["- nobody yet"]), ""]
    )
