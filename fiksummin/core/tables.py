"""Tables as files that any program opens: values apart by semicolons, and no cell is a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import batched

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
"""What makes a program of tables run a cell instead of showing it."""


def inert(cell: object) -> str:
    """Give a cell as text that no program runs: an apostrophe goes before what would be a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULAS) or text.lstrip().startswith(FORMULAS) else text


def table_parts(
    headings: Sequence[str], rows: Iterable[Sequence[object]], many: int = 100
) -> Iterator[bytes]:
    """Write a table as ``table_file`` does, so many rows at a time: for those that may be long."""
    yield table_file(headings, ())
    for some in batched(rows, many):
        yield _written(some).encode()


def table_file(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table in UTF-8 with its mark, so that spreadsheet programs read letters as they are."""
    return _written([headings, *rows]).encode("utf-8-sig")


def _written(rows: Iterable[Sequence[object]]) -> str:
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue()
