"""``python -m dev.lint [path…]``: without paths, everything that is ours."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from dev.lint import budgets, python_rules, reasons, template_rules
from dev.lint.findings import Finding, empty_excuses, excused

OURS = ["fiksummin", "tests", "dev", "bin", "bench", "frontend/src"]
READ = {".py", ".html", ".ts"}
PASSED_OVER = {"static", "seeds", "node_modules", "__pycache__"}
"""Built files, and the pages that break rules on purpose for the tests of the page checker."""


def main() -> int:
    """Print what is found, one line each; answer 1 when there is anything."""
    roots = [Path(name) for name in sys.argv[1:] or OURS]
    found = sorted(finding for path in files(roots) for finding in findings(path, path.read_text()))
    for finding in found:
        print(finding)
    print(f"{len(found)} to mend." if found else "Our own rules are kept.")
    return 1 if found else 0


def files(roots: list[Path]) -> Iterator[Path]:
    """Give the files to read."""
    for root in roots:
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            if path.suffix in READ and not PASSED_OVER.intersection(path.parts):
                yield path


def findings(path: Path, source: str) -> list[Finding]:
    """Judge one file; what it excuses with a reason is left out."""
    tree = ast.parse(source) if path.suffix == ".py" else None
    found = [*budgets.too_long(path, source, tree), *empty_excuses(path, source)]
    if tree is not None:
        found += reasons.without_reason(path, source)
        for name, (rule, lesson) in python_rules.RULES.items():
            found += [Finding(path, line, name, lesson) for line in rule(path, tree)]
    elif path.suffix == ".html":
        found += template_rules.in_template(path, source)
    else:
        found += template_rules.in_script(path, source)
    return excused(found, source)


if __name__ == "__main__":
    sys.exit(main())
