"""Small questions asked of a syntax tree."""

import ast
from collections.abc import Iterator
from pathlib import Path

type Function = ast.FunctionDef | ast.AsyncFunctionDef


def room(path: Path) -> str:
    """Give the app a file belongs to: ``fiksummin/spaces/views.py`` lies in ``spaces``; others in none."""
    return path.parts[1] if len(path.parts) > 2 and path.parts[0] == "fiksummin" else ""


def layer(path: Path) -> str:
    """Give a file's place inside its app: ``actions`` for ``actions.py`` and ``actions/visits.py``."""
    return Path(path.parts[2]).stem if len(path.parts) > 2 and path.parts[0] == "fiksummin" else ""


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Give each call with the last part of the name it is called by."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


def chain(call: ast.Call) -> str:
    """Write out what a method is called on: ``Visit.objects.filter()`` for its ``.update()``."""
    return ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def functions(tree: ast.AST) -> Iterator[Function]:
    """Give every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_length(function: Function) -> int:
    """Count the lines of a function's body; its docstring is free."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def is_text(node: ast.expr) -> bool:
    """Say whether an argument is text written out on the spot."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def run_at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """Give the nodes that run when the module is read: all but the bodies of functions."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)
