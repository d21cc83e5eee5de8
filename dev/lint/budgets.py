"""How long a thing may be before it wants to become two."""

import ast
from collections.abc import Iterator
from pathlib import Path

from dev.lint.findings import Finding
from dev.lint.syntax import body_length, functions, layer

FILE, FUNCTION, VIEW, TEMPLATE, BEHAVIOUR = 400, 60, 20, 200, 100
LESSONS = {
    "long-file": "{n} lines, {limit} at most: make it a package by noun.",
    "long-function": "{name} has {n} lines, {limit} at most: name its parts.",
    "long-view": "{name} has {n} lines, {limit} at most: load through the person, call one action, answer.",
    "long-template": "{n} lines, {limit} at most: take a fragment out, or make a component.",
    "long-behaviour": "{n} lines, {limit} at most: two behaviours, each with a name.",
}


def too_long(path: Path, source: str, tree: ast.Module | None) -> Iterator[Finding]:
    """Find files, functions, views, templates and behaviours past their budget."""
    if layer(path) == "migrations":
        return
    n = len(source.splitlines())
    if tree is not None:
        yield from _finding(path, 1, "long-file", n, FILE)
        for function in functions(tree):
            length, name = body_length(function), function.name
            first = function.args.args[0].arg if function.args.args else ""
            is_view = layer(path) == "views" and first == "request"
            kind, limit = ("long-view", VIEW) if is_view else ("long-function", FUNCTION)
            yield from _finding(path, function.lineno, kind, length, limit, name)
    elif path.suffix == ".html":
        yield from _finding(path, 1, "long-template", n, TEMPLATE)
    elif path.suffix == ".ts" and "behaviours" in path.parts:
        yield from _finding(path, 1, "long-behaviour", n, BEHAVIOUR)


def _finding(  # noqa: PLR0917 -- a row of a table
    path: Path, line: int, kind: str, n: int, limit: int, name: str = ""
) -> Iterator[Finding]:
    if n > limit:
        yield Finding(path, line, kind, LESSONS[kind].format(n=n, limit=limit, name=name))
